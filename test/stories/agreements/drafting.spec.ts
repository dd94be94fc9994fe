import { DraftTerms } from '@accord/api/agreements/draft-terms.js';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();

const DRAFT = /* GraphQL */ `
  mutation ($input: DraftAgreementInput!) {
    draftAgreement(input: $input) {
      agreement {
        id
        slug
        name
        kind
        timeZone
        currency
        endedOn
        viewerCanChange
        provider {
          slug
        }
        customer {
          slug
        }
        current {
          number
        }
        commitments {
          id
        }
        versions {
          number
          state
          effectiveFrom
          monthlyCharge
          viewerCanPropose
          viewerCanApprove
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
const office = await given.person({ roles: ['btOffice'] });
const company = await given.provider({ slug: 'nimbus', name: 'Nimbus' });
const team = await given.provider({ kind: 'internal', slug: 'platform-team', name: 'Platform team' });
const unit = await given.unit();
const ended = await given.provider({ name: 'Gone', endedAt: new Date('2026-01-01') });

const input = (differing = {}) => ({
  name: 'Gold',
  slug: 'gold',
  kind: 'SLA',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  effectiveFrom: '2026-02-17',
  ...differing,
});
const draft = async (differing: object, who = office) =>
  (await api.as(who).run(DRAFT, { input: input(differing) })).draftAgreement;

it('begins as a draft that promises nothing yet', async () => {
  expect(await draft({ customerId: unit.id, monthlyCharge: '99.90' })).toEqual({
    agreement: {
      id: expect.any(String),
      slug: 'gold',
      name: 'Gold',
      kind: 'SLA',
      timeZone: 'Europe/Berlin',
      currency: 'EUR',
      endedOn: null,
      viewerCanChange: true,
      provider: null,
      customer: { slug: unit.slug },
      current: null,
      commitments: [],
      versions: [
        {
          number: 1,
          state: 'DRAFT',
          effectiveFrom: '2026-02-17',
          monthlyCharge: '99.90',
          viewerCanPropose: true,
          viewerCanApprove: false,
        },
      ],
    },
    errors: [],
  });
});

it.each([
  ['OLA', () => team, 'platform-team'],
  ['UC', () => company, 'nimbus'],
])('binds a provider by %s', async (kind, provider, slug) => {
  const { agreement } = await draft({ kind, slug: `with-${slug}`, providerId: provider().id });
  expect(agreement).toMatchObject({ kind, provider: { slug } });
});

it.each([
  ['an SLA with a provider', { providerId: company.id }, 'WRONG_PARTIES', ['providerId']],
  ['an OLA with a company', { kind: 'OLA', providerId: company.id }, 'WRONG_PARTIES', ['providerId']],
  ['a contract with a team', { kind: 'UC', providerId: team.id }, 'WRONG_PARTIES', ['providerId']],
  ['a contract with nobody', { kind: 'UC' }, 'WRONG_PARTIES', ['providerId']],
  [
    'a contract with a customer',
    { kind: 'UC', providerId: company.id, customerId: unit.id },
    'WRONG_PARTIES',
    ['customerId'],
  ],
  ['a contract with a provider that has ended', { kind: 'UC', providerId: ended.id }, 'WRONG_PARTIES', ['providerId']],
  ['an unknown customer', { customerId: company.id }, 'NOT_FOUND', ['customerId']],
  ['an unknown zone', { timeZone: 'Berlin' }, 'UNKNOWN_TIME_ZONE', ['timeZone']],
  ['an unknown currency', { currency: 'XYZ' }, 'UNKNOWN_CURRENCY', ['currency']],
  ['a slug in capitals', { slug: 'Gold' }, 'INVALID_SLUG', ['slug']],
  ['a slug that is taken', { slug: 'gold' }, 'SLUG_TAKEN', ['slug']],
  ['a negative charge', { monthlyCharge: '-1' }, 'WRONG_CHARGE', ['monthlyCharge']],
])('refuses %s', async (_, differing, code, field) => {
  const { agreement, errors } = await draft({ slug: 'other', ...differing });
  expect(agreement).toBeNull();
  expect(errors).toMatchObject([{ code, field }]);
});

it('holds the kind of provider in the database too', async () => {
  const { id } = (await draft({ kind: 'UC', slug: 'kept', providerId: company.id })).agreement;
  const swap = api.dataSource.query('UPDATE agreement SET provider_id = $1 WHERE id = $2', [team.id, id]);
  await expect(swap).rejects.toMatchObject({ driverError: { constraint: 'agreement_provider_kind' } });
});

it.each([
  ['serviceManager', 'SLA', true],
  ['serviceManager', 'UC', false],
  ['vendorManager', 'SLA', false],
  ['vendorManager', 'UC', true],
  ['btOffice', 'UC', true],
  ['serviceOwner', 'SLA', false],
  ['executive', 'SLA', false],
  ['auditor', 'UC', false],
  ['administrator', 'SLA', false],
  ['requester', 'SLA', false],
] as const)('a %s who drafts an %s: %s', async (role, kind, may) => {
  const who = await given.person({ roles: [role] });
  const slug = `${role}-${kind}`.toLowerCase();
  const { errors } = await draft({ slug, kind, providerId: kind === 'UC' ? company.id : null }, who);
  expect(errors).toMatchObject(may ? [] : [{ code: 'FORBIDDEN' }]);
});

it('is changed by one of two who edit it at once; the other is told', async () => {
  const { version } = await given.draftAgreement();
  const manager = await given.person({ roles: ['serviceManager'] });
  const [{ revision, commitment_id: commitmentId }] = await api.dataSource.query(
    'SELECT revision, commitment_id FROM agreement_version v JOIN commitment_terms t ON t.version_id = v.id WHERE v.id = $1',
    [version.id],
  );
  const change = async (capText: string) =>
    (
      await api
        .as(manager)
        .run(
          'mutation ($id: ID!, $input: ChangeAgreementVersionInput!) { changeAgreementVersion(id: $id, input: $input) { version { revision capText } errors { code message } } }',
          { id: version.id, input: { capText, revision } },
        )
    ).changeAgreementVersion;
  const stale = {
    code: 'STALE',
    message: 'Somebody else has changed this meanwhile. Look at it as it is now and try again.',
  };

  expect(await change('Half a month.')).toEqual({
    version: { revision: revision + 1, capText: 'Half a month.' },
    errors: [],
  });
  expect(await change('A month.')).toEqual({ version: null, errors: [stale] });
  const put = api
    .get(DraftTerms)
    .put(await given.act(manager), version.id, { ...(await given.termsInput()), revision });
  await expect(put).rejects.toMatchObject(stale);
  const { removeCommitment } = await api
    .as(manager)
    .run(
      'mutation ($id: ID!, $commitmentId: ID!, $revision: Int) { removeCommitment(versionId: $id, commitmentId: $commitmentId, revision: $revision) { errors { code message } } }',
      { id: version.id, commitmentId, revision },
    );
  expect(removeCommitment.errors).toEqual([stale]);
});
