import { startStory } from '../../builders/index.js';

/** What is refused about claims names what was said wrong. */
const { api, given } = await startStory();
const manager = await given.person({ roles: ['vendorManager'] });
const provider = await given.provider({ kind: 'external' });

async function accepted() {
  const service = await given.service();
  const terms = [{ serviceId: service.id, slug: 'promise' }];
  const made = await given.agreement({ kind: 'uc', providerId: provider.id, monthlyCharge: '1000.00', terms });
  await given.outage(service, '2026-02-10T08:00:00Z', '2026-02-10T09:00:00Z');
  await given.closed('2026-02', ...made.commitments);
  const CLAIMS = 'query ($id: ID!) { claims(agreementId: $id) { edges { node { id } } } }';
  const { id } = (await api.as(manager).answer(CLAIMS, { id: made.agreement.id })).edges[0].node;
  await api.as(manager).run('mutation ($id: ID!) { claimCredit(id: $id, version: 1) { errors { code } } }', { id });
  return id as string;
}

const SETTLE = `mutation ($id: ID!, $version: Int!, $note: String!) {
  settleClaim(id: $id, version: $version, note: $note) { errors { code field message } } }`;
const ACCEPT = `mutation ($id: ID!, $note: String) {
  acceptClaim(id: $id, version: 2, note: $note) { errors { code field message } } }`;

it('takes a note of what was answered or paid that somebody can read, and says so of any other', async () => {
  const id = await accepted();
  const tooLong = {
    errors: [{ code: 'NOTE_TOO_LONG', field: ['note'], message: 'A note has at most 2000 characters.' }],
  };

  expect(await api.as(manager).answer(ACCEPT, { id, note: 'x'.repeat(2001) })).toEqual(tooLong);
  expect(await api.as(manager).answer(ACCEPT, { id, note: 'x'.repeat(2000) })).toEqual({ errors: [] });
  expect(await api.as(manager).answer(SETTLE, { id, version: 3, note: 'x'.repeat(2001) })).toEqual(tooLong);
  expect(await api.as(manager).answer(SETTLE, { id, version: 3, note: ' ' })).toEqual({
    errors: [{ code: 'NOTE_MISSING', field: ['note'], message: 'Say by what it was paid.' }],
  });
});

it.each([
  ['creditExposure(from: "2026-13", to: "2026-03") { month }', 'from'],
  ['creditExposure(from: "2026-01", to: "March") { month }', 'to'],
  ['creditExposure(from: "2026-03", to: "2026-01") { month }', 'to'],
  ['claims(period: "2026-13") { totalCount }', 'period'],
  ['breaches(period: "March") { totalCount }', 'period'],
])(
  'does not take months that are none, or end before they begin, for months without credits: %s',
  async (asked, field) => {
    const { errors } = await api.as(manager).ask(`{ ${asked} }`);
    expect(errors?.map(({ extensions }) => extensions.field)).toEqual([[field]]);
  },
);
