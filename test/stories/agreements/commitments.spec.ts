import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();

const TERMS = /* GraphQL */ `
  fragment Terms on CommitmentTerms {
    name
    target
    comparator
    window
    windowText
    missingData
    coverageFloor
    providerOwesData
    excludedTime
    calendar {
      slug
    }
    commitment {
      id
      slug
      service {
        slug
      }
    }
    indicator {
      __typename
      ... on AvailabilityIndicator {
        source
        shortestOutageMs
        longestHoldMs
      }
      ... on TicketsInTimeIndicator {
        metric
        targets {
          priority
          targetMs
        }
        lowVolumeUnder
        allowedFailures
      }
      ... on GoodOfTotalIndicator {
        series
      }
    }
    credit {
      tiers {
        gte
        lt
        percent
      }
      minimum {
        amount
        currency
      }
      capPercent
    }
  }
`;
const PUT = /* GraphQL */ `
  ${TERMS}
  mutation ($versionId: ID!, $input: CommitmentTermsInput!) {
    putCommitment(versionId: $versionId, input: $input) {
      version {
        commitments {
          ...Terms
        }
      }
      errors {
        code
        field
        message
      }
    }
  }
`;
const REMOVE = /* GraphQL */ `
  mutation ($versionId: ID!, $id: ID!) {
    removeCommitment(versionId: $versionId, commitmentId: $id) {
      version {
        commitments {
          name
        }
      }
      errors {
        code
        field
        message
      }
    }
  }
`;
const CHANGE = /* GraphQL */ `
  mutation ($id: ID!, $input: ChangeAgreementVersionInput!) {
    changeAgreementVersion(id: $id, input: $input) {
      version {
        effectiveFrom
        monthlyCharge
        capText
        notesText
      }
      errors {
        code
        field
        message
      }
    }
  }
`;

const manager = await given.person({ roles: ['serviceManager'] });
const service = await given.service();
const { id: calendarId } = await given.alwaysOpen();
let slugs = 0;

const input = (differing = {}) => ({
  serviceId: service.id,
  slug: `promise-${++slugs}`,
  name: 'Uptime',
  indicator: { availability: { source: 'OUTAGES', shortestOutageMs: 60_000 } },
  target: '99.95',
  comparator: 'AT_LEAST',
  window: 'MONTH',
  calendarId,
  missingData: 'IGNORE',
  coverageFloor: '0',
  providerOwesData: false,
  excludedTime: 'REMOVED',
  ...differing,
});
const tiers = (...bounds: [string | null, string | null][]) => ({
  credit: { tiers: bounds.map(([gte, lt]) => ({ gte, lt, percent: '10' })) },
});

describe('a commitment in a draft', () => {
  it('says exactly what is promised', async () => {
    const { version } = await given.draftAgreement({ terms: [], currency: 'USD' });
    const credit = {
      tiers: [
        { gte: '99.0', lt: '99.90', percent: '10' },
        { gte: null, lt: '99.0', percent: '25.5' },
      ],
      minimum: '1.00',
      capPercent: '50',
    };

    const { putCommitment } = await api.as(manager).run(PUT, {
      versionId: version.id,
      input: input({ credit, windowText: 'Billing month, judged as a calendar month' }),
    });

    expect(putCommitment).toEqual({
      version: {
        commitments: [
          {
            name: 'Uptime',
            target: '99.95',
            comparator: 'AT_LEAST',
            window: 'MONTH',
            windowText: 'Billing month, judged as a calendar month',
            missingData: 'IGNORE',
            coverageFloor: '0',
            providerOwesData: false,
            excludedTime: 'REMOVED',
            calendar: { slug: 'always' },
            commitment: { id: expect.any(String), slug: `promise-${slugs}`, service: { slug: service.slug } },
            indicator: {
              __typename: 'AvailabilityIndicator',
              source: 'OUTAGES',
              shortestOutageMs: 60_000,
              longestHoldMs: null,
            },
            credit: { ...credit, minimum: { amount: '1.00', currency: 'USD' } },
          },
        ],
      },
      errors: [],
    });
  });

  it.each([
    [
      {
        ticketsInTime: {
          metric: 'FIRST_RESPONSE',
          targets: [{ priority: 1, targetMs: 900_000 }],
          lowVolumeUnder: 20,
          allowedFailures: 1,
        },
      },
      {
        __typename: 'TicketsInTimeIndicator',
        metric: 'FIRST_RESPONSE',
        targets: [{ priority: 1, targetMs: 900_000 }],
        lowVolumeUnder: 20,
        allowedFailures: 1,
      },
    ],
    [{ goodOfTotal: { series: 'orders' } }, { __typename: 'GoodOfTotalIndicator', series: 'orders' }],
  ])('measures by %j', async (indicator, shown) => {
    const { version } = await given.draftAgreement({ terms: [] });
    const { putCommitment } = await api.as(manager).run(PUT, { versionId: version.id, input: input({ indicator }) });
    expect(putCommitment.version.commitments).toMatchObject([{ indicator: shown }]);
  });

  it('is replaced by the one of the same slug, and keeps its identity', async () => {
    const { version } = await given.draftAgreement({ terms: [] });
    const first = input();
    const put = async (changed: object) =>
      (await api.as(manager).run(PUT, { versionId: version.id, input: { ...first, ...changed } })).putCommitment.version
        .commitments;
    const [before] = await put({});
    expect(await put({ target: '99.5', name: 'Uptime, easier' })).toMatchObject([
      { target: '99.5', name: 'Uptime, easier', commitment: before.commitment },
    ]);
  });

  it('is taken out again', async () => {
    const { version } = await given.draftAgreement();
    const [{ id }] = await api.dataSource.query(
      'SELECT commitment_id AS id FROM commitment_terms WHERE version_id = $1',
      [version.id],
    );
    const { removeCommitment } = await api.as(manager).run(REMOVE, { versionId: version.id, id });
    expect(removeCommitment).toEqual({ version: { commitments: [] }, errors: [] });
  });

  it('stays in the versions before when it is taken out of a new draft', async () => {
    const { agreement, commitments } = await given.agreement();
    const next = await given.nextVersion(agreement, '2026-04-01');
    await api.as(manager).run(REMOVE, { versionId: next.id, id: commitments[0]!.id });
    const { agreement: shown } = await api
      .as(manager)
      .run(
        '{ agreement(slug: "' +
          agreement.slug +
          '") { versions { number commitments { name } } commitments { terms { version { number } } } } }',
      );
    expect(shown).toMatchObject({
      versions: [
        { number: 2, commitments: [] },
        { number: 1, commitments: [{ name: 'Uptime' }] },
      ],
      commitments: [{ terms: { version: { number: 1 } } }],
    });
  });

  it('does not change once it is proposed', async () => {
    const { version } = await given.agreement();
    const { putCommitment } = await api.as(manager).run(PUT, { versionId: version.id, input: input() });
    expect(putCommitment).toEqual({
      version: null,
      errors: [
        { code: 'NOT_A_DRAFT', field: [], message: 'Version 1 is in force; draft a new version to change the terms.' },
      ],
    });
  });

  it('has a slug that no other agreement uses on the service', async () => {
    const { version } = await given.draftAgreement({ terms: [] });
    const taken = await given.commitment({ serviceId: service.id, slug: 'taken' });
    const { putCommitment } = await api
      .as(manager)
      .run(PUT, { versionId: version.id, input: input({ slug: taken.slug }) });
    expect(putCommitment.errors).toMatchObject([{ code: 'SLUG_TAKEN', field: ['slug'] }]);
  });
});

describe('terms are refused', () => {
  it.each([
    [
      'a target above everything',
      { target: '100.01' },
      ['target'],
      'target must be a percentage from 0 to 100, but it is "100.01".',
    ],
    [
      'a coverage floor below nothing',
      { coverageFloor: '-1' },
      ['coverageFloor'],
      /^coverageFloor must be a percentage/,
    ],
    [
      'tiers that overlap',
      tiers(['99', '99.95'], [null, '99.5']),
      ['credit', 'tiers', expect.any(String)],
      /must not overlap/,
    ],
    [
      'a hole between tiers',
      tiers(['99', '99.95'], [null, '98']),
      ['credit', 'tiers', expect.any(String)],
      /must touch tier/,
    ],
    [
      'worst results without a tier',
      tiers(['99', '99.95']),
      ['credit', 'tiers', '0'],
      /must be open towards the worst result/,
    ],
    ['no tier at all', tiers(), ['credit', 'tiers'], /must hold a tier/],
    [
      'a negative minimum',
      { credit: { ...tiers([null, '99']).credit, minimum: '-1' } },
      ['credit', 'minimum', 'amount'],
      /must not be negative/,
    ],
    ['a slug with blanks', { slug: 'Up time' }, ['slug'], /small letters/],
    ['an empty name', { name: '' }, ['name'], /name/i],
    [
      'an unknown service',
      { serviceId: '019a0000-0000-7000-8000-000000000000' },
      ['serviceId'],
      'There is no such service.',
    ],
    [
      'an unknown calendar',
      { calendarId: '019a0000-0000-7000-8000-000000000000' },
      ['calendarId'],
      'There is no such calendar.',
    ],
    [
      'an indicator without targets',
      { indicator: { ticketsInTime: { metric: 'CLOSURE', targets: [] } } },
      ['indicator', 'targets'],
      /at least one priority/,
    ],
    [
      'outages that hold',
      { indicator: { availability: { source: 'OUTAGES', shortestOutageMs: 0, longestHoldMs: 1 } } },
      ['indicator', 'longestHoldMs'],
      /Only the status of a probe/,
    ],
  ])('with %s', async (_, differing, field, message) => {
    const { version } = await given.draftAgreement({ terms: [] });
    const { putCommitment } = await api.as(manager).run(PUT, { versionId: version.id, input: input(differing) });
    expect(putCommitment).toEqual({
      version: null,
      errors: [{ code: expect.any(String), field, message: expect.stringMatching(message) }],
    });
  });

  it('with a target that is no decimal', async () => {
    const { version } = await given.draftAgreement({ terms: [] });
    const { errors } = await api.as(manager).ask(PUT, { versionId: version.id, input: input({ target: '99,9' }) });
    expect(errors).toMatchObject([{ message: expect.stringContaining('is not a Decimal') }]);
  });

  it('with two indicators at once', async () => {
    const { version } = await given.draftAgreement({ terms: [] });
    const indicator = { availability: { source: 'OUTAGES', shortestOutageMs: 0 }, goodOfTotal: { series: 'orders' } };
    const { putCommitment } = await api.as(manager).run(PUT, { versionId: version.id, input: input({ indicator }) });
    expect(putCommitment.errors).toMatchObject([{ code: 'WRONG_INDICATOR', field: ['indicator'] }]);
  });

  it('on a service that has retired', async () => {
    const { version } = await given.draftAgreement({ terms: [] });
    const { id: serviceId } = await given.service({ lifecycle: 'retired' });
    const { putCommitment } = await api.as(manager).run(PUT, { versionId: version.id, input: input({ serviceId }) });
    expect(putCommitment.errors).toMatchObject([{ code: 'SERVICE_RETIRED', field: ['serviceId'] }]);
  });
});

describe('a draft', () => {
  it('takes charge and texts; what is left out stays, null clears', async () => {
    const { version } = await given.draftAgreement({ monthlyCharge: '1200.50' });
    const change = async (changed: object) =>
      (await api.as(manager).run(CHANGE, { id: version.id, input: changed })).changeAgreementVersion;
    expect(await change({ capText: 'Half of the fee', notesText: 'See annex' })).toMatchObject({
      version: { monthlyCharge: '1200.50', capText: 'Half of the fee', notesText: 'See annex' },
    });
    expect(await change({ monthlyCharge: null, effectiveFrom: '2026-02-17' })).toEqual({
      version: { effectiveFrom: '2026-02-17', monthlyCharge: null, capText: 'Half of the fee', notesText: 'See annex' },
      errors: [],
    });
  });

  it('takes no negative charge', async () => {
    const { version } = await given.draftAgreement();
    const { changeAgreementVersion } = await api
      .as(manager)
      .run(CHANGE, { id: version.id, input: { monthlyCharge: '-1' } });
    expect(changeAgreementVersion.errors).toMatchObject([{ code: 'WRONG_CHARGE', field: ['monthlyCharge'] }]);
  });
});
