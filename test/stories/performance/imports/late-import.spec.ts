import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { startStory } from '../../../builders/index.js';
import { temporaryFolder } from '../../../platform/server-process.js';
import { RESTATE } from '../documents.js';

const { api, given } = await startStory([], { ACCORD_DATA_DIR: temporaryFolder() });
const manager = await given.person({ name: 'Mia Manager', roles: ['serviceManager'] });

const closed = (number: string, closed_at: string) => ({
  number,
  opened_at: '3/2/2026 09:00',
  closed_at,
  resolved_at: closed_at,
  sys_updated_at: closed_at,
  incident_state: 'Closed',
});

it('betters a closed month only when somebody else than who imported restates it', async () => {
  const mail = await given.service({ slug: 'mail' });
  const commitment = await given.commitment({
    serviceId: mail.id,
    indicator: { ticketsInTime: { metric: 'closure', targets: [{ priority: 3, targetMs: 4 * 3_600_000 }] } },
  });
  const imported = (...events: ReturnType<typeof closed>[]) =>
    given.imported(manager, given.eventLog(events), { serviceId: mail.id });
  await imported(closed('INC1', '3/2/2026 15:00'));
  await given.closed('2026-02', commitment);
  api.clock.set(new Date('2026-03-17T09:00:00Z'));
  await imported(closed('INC2', '3/2/2026 10:00'));

  const { id } = await given.resultOf(commitment, '2026-02');
  const restate = async (person: typeof manager) =>
    (await api.as(person).run(RESTATE, { id, reason: 'A file was late.' })).restateResult;
  expect((await restate(manager)).errors).toMatchObject([{ code: 'SECOND_PERSON_NEEDED' }]);
  const [other] = await given.serviceManagers();
  expect(await restate(other!)).toMatchObject({ errors: [], result: { figure: '50.00', revision: 2 } });
});

it('tells of a clock that has run out as soon as the import that brings it is over', async () => {
  const desk = await given.service({ slug: 'desk' });
  const watcher = await given.person({ roles: [{ role: 'serviceManager', kind: 'service', id: desk.id }] });
  await given.commitment({
    serviceId: desk.id,
    indicator: { ticketsInTime: { metric: 'closure', targets: [{ priority: 3, targetMs: 4 * 3_600_000 }] } },
  });
  api.clock.set(new Date('2026-03-17T17:00:00Z'));
  const [opened_at, sys_updated_at] = ['17/3/2026 09:00', '17/3/2026 09:00'];
  const running = { number: 'INC9', opened_at, sys_updated_at, incident_state: 'Active' };
  await given.imported(manager, given.eventLog([running]), { serviceId: desk.id });
  await api.get(Jobs).settle();

  const INBOX = `{ inbox { edges { node { notices { kind facts { value } } } } } }`;
  const [{ node }] = (await api.as(watcher).run(INBOX)).inbox.edges;
  const sayings = node.notices.flatMap(({ facts }: { facts: { value: string }[] }) => facts.map(({ value }) => value));
  expect(sayings).toContain('INC9 has missed its target');
});
