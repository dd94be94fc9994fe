import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { startStory } from '../../builders/index.js';

/** An SLA on a portal, which rests on a database with an OLA and on hosting with a contract; both under one roof of time. */
const { api, given } = await startStory();

const nimbus = await given.provider({ name: 'Nimbus', kind: 'external' });
const hosting = await given.service({ name: 'Hosting' });
const database = await given.service({ name: 'Database', supporting: [hosting] });
const portal = await given.service({ name: 'Portal', supporting: [database] });

const promise = (service: { id: string }, slug: string, target: string, more: object = {}) =>
  ({ serviceId: service.id, slug, name: `${slug} of it`, target, credit: null, ...more }) as never;
const uc = await given.commitment(promise(hosting, 'hosted', '99.5'), { kind: 'uc', providerId: nimbus.id });
const ola = await given.commitment(promise(database, 'stored', '99.9'), { kind: 'ola' });
const sla = await given.commitment(promise(portal, 'up', '99.9'));

const office = await given.person({ roles: ['btOffice'] });
const contact = await given.person({ roles: [{ role: 'providerContact', kind: 'provider', id: nimbus.id }] as never });
const owner = await given.person({ roles: [{ role: 'serviceOwner', kind: 'service', id: portal.id }] as never });

const CHAIN = /* GraphQL */ `
  query ($service: String!, $slug: String!) {
    commitment(service: $service, slug: $slug) {
      chain {
        holds
        weakest
        links {
          id
          depth
          promised
          commitment {
            slug
          }
          needs {
            anyOf
            needed
          }
        }
        figures {
          priority
          promised
          attainable
        }
        tooWeak {
          link
          under
          kind
          needed
        }
        caveats {
          kind
          link
        }
        explanation {
          rule
          result {
            name
            value
            unit
          }
        }
      }
    }
  }
`;
const UP = { service: portal.slug, slug: 'up' };
const chainFor = async (who: { cookie: string | null }, of = UP) =>
  (await api.as(who).run(CHAIN, of)).commitment?.chain;

describe('the chain of a commitment', () => {
  it('holds an SLA against everything beneath its service, with the calculation', async () => {
    const chain = await chainFor(office);

    expect(chain).toMatchObject({
      holds: false,
      weakest: uc.id,
      figures: [{ priority: null, promised: '99.9', attainable: '99.4005' }],
      tooWeak: [{ link: uc.id, under: sla.id, kind: 'AVAILABILITY', needed: '100' }],
    });
    expect(chain.links[0]).toMatchObject({ id: sla.id, depth: 0, commitment: { slug: 'up' }, promised: '99.9' });
    expect(chain.links.slice(1).map(({ id, promised }: { id: string; promised: string }) => [id, promised])).toEqual(
      expect.arrayContaining([
        [ola.id, '99.9'],
        [uc.id, '99.5'],
      ]),
    );
    expect(chain.caveats.map(({ kind }: { kind: string }) => kind)).toEqual(['MAINTENANCE', 'MAINTENANCE']);
    expect(chain.explanation[0]).toEqual({
      rule: 'chain.availability',
      result: [{ name: 'togetherPercent', value: '99.4005', unit: 'percent' }],
    });
  });

  it('is for insiders: what they may not see is another party, and a provider and its customers see none', async () => {
    const chain = await chainFor(owner);
    expect(chain.links.map(({ commitment }: { commitment: object | null }) => commitment)).toEqual([
      { slug: 'up' },
      null,
      null,
    ]);
    expect(chain).toMatchObject({ holds: false, tooWeak: [], explanation: [] });
    expect(chain.links[1].promised).toBeNull();

    expect(await chainFor(await given.person())).toBeNull();
    expect(await chainFor(contact, { service: hosting.slug, slug: 'hosted' })).toBeNull();
  });

  it('takes as many statements for a long chain as for a short one', async () => {
    const own = await given.service();
    await given.commitment({ serviceId: own.id, slug: 'own', credit: null }, { kind: 'ola' });
    await given.commitment({ serviceId: own.id, credit: null });
    const rest = { service: own.slug, slug: 'uptime' };
    const ask = (of: object) => api.statementsOf(() => api.as(office).run(CHAIN, of));
    const short = await ask(rest);
    const long = await ask(UP);
    expect(long).toHaveLength(short.length);
    expect(long.length).toBeLessThan(8);
  });
});

const DRAFT = /* GraphQL */ `
  mutation ($versionId: ID!, $input: CommitmentTermsInput!) {
    putCommitment(versionId: $versionId, input: $input) {
      version {
        commitments {
          underpinnedBy {
            needed
            commitments {
              slug
            }
          }
        }
      }
      errors {
        code
        message
        field
      }
    }
  }
`;

const IN_WORDS_OF_THE_SCHEMA = {
  indicator: { availability: { source: 'OUTAGES', shortestOutageMs: 0 } },
  comparator: 'AT_LEAST',
  window: 'MONTH',
  missingData: 'IGNORE',
  excludedTime: 'REMOVED',
};

describe('terms that name what they rest on', () => {
  const put = async (versionId: string, input: object) =>
    (await api.as(office).run(DRAFT, { versionId, input: { ...input, ...IN_WORDS_OF_THE_SCHEMA } })).putCommitment;

  it('rest on those instead: one of two data centres carries what the stronger does, and versions take it along', async () => {
    const [east, west] = [
      await given.commitment({ slug: 'east', target: '99.9', credit: null }, { kind: 'uc' }),
      await given.commitment({ slug: 'west', target: '99', credit: null }, { kind: 'uc' }),
    ];
    const store = await given.service({ supporting: [hosting] });
    const { agreement, version } = await given.draftAgreement({ terms: [promise(store, 'open', '99.99')] });
    const terms = { slug: 'open', serviceId: store.id, target: '99.99', credit: null };
    const input = await given.termsInput({
      ...terms,
      underpinnedBy: [{ commitmentIds: [east.id, west.id], needed: 1 }],
    });

    expect(await put(version.id, input)).toMatchObject({
      errors: [],
      version: {
        commitments: [{ underpinnedBy: [{ needed: 1, commitments: expect.arrayContaining([{ slug: 'east' }]) }] }],
      },
    });
    await given.inForce(version);
    expect(await chainFor(office, { service: store.slug, slug: 'open' })).toMatchObject({
      holds: true,
      figures: [{ attainable: '99.999' }],
    });

    const next = await given.nextVersion(agreement, '2030-01-01');
    const { version: again } = await put(next.id, await given.termsInput(terms));
    expect(again.commitments[0].underpinnedBy[0].commitments).toHaveLength(2);
    expect((await put(next.id, { ...input, underpinnedBy: [] })).version.commitments[0].underpinnedBy).toEqual([]);
  });

  it('cannot rest on themselves, on what measures something else, or on what nobody promises', async () => {
    const { version } = await given.draftAgreement({ kind: 'uc', terms: [promise(hosting, 'power', '99')] });
    const naming = async (commitmentIds: string[], needed = 1) => {
      const input = await given.termsInput({
        serviceId: hosting.id,
        slug: 'power',
        underpinnedBy: [{ commitmentIds, needed }],
      });
      return (await put(version.id, input)).errors[0];
    };
    const answers = await given.commitment({
      indicator: { goodOfTotal: { series: 'answers' } } as never,
      target: '90',
      credit: null,
    });

    expect(await naming([answers.id])).toMatchObject({ code: 'WRONG_UNDERPINNING', field: ['underpinnedBy'] });
    expect(await naming([version.id])).toMatchObject({ code: 'NOT_FOUND' });
    expect(await naming([uc.id], 2)).toMatchObject({ code: 'WRONG_UNDERPINNING' });
  });

  it('cannot lead back over another version that came into force meanwhile', async () => {
    const [here, there] = [await given.agreement({ terms: [{}] }), await given.agreement({ terms: [{}] })];
    const naming = async ({ agreement, commitments: [own] }: typeof here, { commitments: [other] }: typeof here) => {
      const next = await given.nextVersion(agreement, '2029-01-01');
      const underpinnedBy = [{ commitmentIds: [other!.id], needed: 1 }];
      const input = await given.termsInput({ serviceId: own!.serviceId, slug: own!.slug, underpinnedBy });
      return { next, answer: await put(next.id, input) };
    };
    const one = await naming(here, there);
    const two = await naming(there, here);
    expect([one.answer.errors, two.answer.errors]).toEqual([[], []]);
    await given.inForce(one.next);

    await expect(given.inForce(two.next)).rejects.toMatchObject({ code: 'CYCLE' });
  });
});

describe('what is found in chains', () => {
  const FINDINGS = `query ($kind: FindingKind, $state: FindingState) {
    findings(kind: $kind, state: $state) { edges { node { kind subject { name path } facts { name value } } } }
  }`;
  const found = async (kind: string, state = 'OPEN') =>
    (await api.as(office).run(FINDINGS, { kind, state })).findings.edges.map(({ node }: { node: object }) => node);

  it('is the over-promise and its weakest link, from the approval on, until less is promised', async () => {
    await api.get(Jobs).settle();
    const [overPromise] = await found('OVER_PROMISE');
    expect(overPromise).toMatchObject({
      subject: { name: 'Portal: up of it', path: `/commitments/${portal.slug}/up` },
      facts: [
        { name: 'promised', value: '99.9%' },
        { name: 'carried', value: '99.4005%' },
        { name: 'weakest', value: 'Hosting: hosted of it' },
      ],
    });
    expect(await found('WEAKEST_LINK')).toMatchObject([
      { subject: { name: 'Hosting: hosted of it' }, facts: [{ value: '1' }, { value: 'Portal: up of it' }] },
    ]);

    const { agreement } = { agreement: { id: sla.agreementId } };
    await given.inForce(await given.nextVersion(agreement as never, '2026-02-01', [promise(portal, 'up', '99')]));
    await api.get(Jobs).settle();
    expect(await found('OVER_PROMISE')).toEqual([]);
    expect(await found('WEAKEST_LINK', 'ENDED')).toHaveLength(1);
  });
});

it('is found in chains as soon as a service rests on another one', async () => {
  const weak = await given.service({ name: 'Weak' });
  const strong = await given.service({ name: 'Strong', lifecycle: 'chartered' });
  await given.commitment(promise(weak, 'weakly', '95'), { kind: 'ola' });
  await given.commitment(promise(strong, 'strongly', '99.9'));
  await api.get(Jobs).settle();
  const CHANGE = `mutation ($id: ID!, $input: ChangeServiceInput!) {
    changeService(id: $id, input: $input) { errors { code } } }`;
  const changing = await given.person({ roles: ['btOffice', 'serviceOwner'] });
  const input = { supportingServiceIds: [weak.id] };
  expect((await api.as(changing).run(CHANGE, { id: strong.id, input })).changeService.errors).toEqual([]);
  await api.get(Jobs).settle();

  const { findings } = await api
    .as(office)
    .run(`{ findings(kind: OVER_PROMISE, state: OPEN) { edges { node { subject { name } } } } }`, {});
  expect(findings.edges).toContainEqual({ node: { subject: { name: 'Strong: strongly of it' } } });
});

const RELATED = /* GraphQL */ `
  query ($service: String!, $slug: String!, $period: String!) {
    commitment(service: $service, slug: $slug) {
      result(period: $period) {
        causes {
          unit
          shared
          part
          of
          commitment {
            slug
          }
          result {
            period
          }
        }
        effects {
          unit
          shared
          of
          commitment {
            slug
          }
        }
      }
    }
  }
`;

describe('a breach upstream', () => {
  const MINUTE = 60_000;
  const related = async (who: { cookie: string | null }, service: { slug: string }, slug: string) =>
    (await api.as(who).run(RELATED, { service: service.slug, slug, period: '2026-03' })).commitment.result;

  beforeAll(async () => {
    // The portal is down for 61 minutes in two parts; of the first 50, the hosting was down for 43.
    await given.outage(portal, '2026-03-10T10:00:00Z', '2026-03-10T10:50:00Z');
    await given.outage(portal, '2026-03-12T10:00:00Z', '2026-03-12T10:11:00Z');
    await given.outage(hosting, '2026-03-10T09:30:00Z', '2026-03-10T10:43:00Z');
  });

  it('is shown as the cause of the one downstream, minute by minute, and that as its effect', async () => {
    expect(await related(office, portal, 'up')).toEqual({
      causes: [
        {
          unit: 'ms',
          shared: 43 * MINUTE,
          part: 73 * MINUTE,
          of: 61 * MINUTE,
          commitment: { slug: 'hosted' },
          result: { period: '2026-03' },
        },
      ],
      effects: [],
    });
    expect(await related(office, hosting, 'hosted')).toEqual({
      causes: [],
      effects: [{ unit: 'ms', shared: 43 * MINUTE, of: 61 * MINUTE, commitment: { slug: 'up' } }],
    });
  });

  it('is another party to a provider, and nothing to a customer', async () => {
    expect((await related(contact, hosting, 'hosted')).effects).toEqual([
      { unit: 'ms', shared: 43 * MINUTE, of: 61 * MINUTE, commitment: null },
    ]);
    expect(await related(await given.person(), portal, 'up')).toEqual({ causes: [], effects: [] });
  });
});

describe('what a contract lost downstream', () => {
  const HOURS = 3_600_000;
  const losses = async (service: { slug: string }, slug: string) => {
    const { causes } = (await api.as(office).run(RELATED, { service: service.slug, slug, period: '2026-03' }))
      .commitment.result;
    return causes.map(({ unit, shared, of, commitment }: Record<string, unknown>) => [unit, shared, of, commitment]);
  };

  it('is the same tickets, missed by both', async () => {
    const desk = await given.service({ name: 'Desk' });
    const always = await given.alwaysOpen();
    const within = (slug: string, hours: number) =>
      promise(desk, slug, '95', {
        calendarId: always.id,
        indicator: { ticketsInTime: { metric: 'resolution', targets: [{ priority: 3, targetMs: hours * HOURS }] } },
      });
    await given.commitment(within('promised', 4));
    await given.commitment(within('contracted', 6), { kind: 'uc', providerId: nimbus.id });
    const took = (hours: number) => ({
      openedAt: '2026-03-03T00:00:00Z',
      resolvedAt: new Date(Date.UTC(2026, 2, 3, hours)).toISOString(),
      priority: 3,
    });
    await given.tickets(desk, [took(2), took(5), took(5), took(7)]);

    expect(await losses(desk, 'promised')).toEqual([['tickets', 1, 3, { slug: 'contracted' }]]);
  });

  it('is events, lost while the contract lost some', async () => {
    const payments = await given.service({ name: 'Payments' });
    const till = await given.service({ name: 'Till' });
    const always = await given.alwaysOpen();
    const sold = { calendarId: always.id, indicator: { goodOfTotal: { series: 'sales' } } };
    const paid = await given.commitment(promise(payments, 'paid', '99', sold), { kind: 'uc', providerId: nimbus.id });
    const underpinnedBy = [{ commitmentIds: [paid.id], needed: 1 }];
    await given.commitment(promise(till, 'sold', '99', { ...sold, underpinnedBy }));
    await given.counts(till, 'sales', '2026-03-03T00:00:00Z', '2026-03-03T01:00:00Z', 90, 100);
    await given.counts(till, 'sales', '2026-03-03T01:00:00Z', '2026-03-03T02:00:00Z', 95, 100);
    await given.counts(payments, 'sales', '2026-03-03T00:30:00Z', '2026-03-03T00:45:00Z', 9, 10);

    expect(await losses(till, 'sold')).toEqual([['events', 10, 15, { slug: 'paid' }]]);
  });
});
