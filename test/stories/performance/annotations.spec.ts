import type { Actor } from '../../builders/graph-client.js';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const provider = await given.provider();
const service = await given.service({ name: 'Zoom' });
const commitment = await given.commitment(
  { serviceId: service.id },
  { kind: 'uc', providerId: provider.id, timeZone: 'Europe/Berlin' },
);
const manager = await given.person({
  name: 'Mia Manager',
  roles: [{ role: 'serviceManager', kind: 'service', id: service.id }],
});
const [contact, executive] = [await given.contactOf(provider), await given.person({ roles: ['executive'] })];

const ANNOTATE = `mutation ($input: AnnotateCommitmentInput!) {
  annotateCommitment(input: $input) { annotation { id } errors { code field } } }`;
const END = `mutation ($id: ID!) { endAnnotation(id: $id) { annotation { endedAt endedBy { name } } errors { code } } }`;
const READ = `query ($service: String!, $period: String) { commitment(service: $service, slug: "uptime") {
  viewerCanAnnotate
  result(period: $period) { annotations { from to words writtenBy { name } writtenAt endedAt } }
} }`;
const write = async (who: Actor, input: object) =>
  (await api.as(who).run(ANNOTATE, { input: { commitmentId: commitment.id, ...input } })).annotateCommitment;
const read = async (who: Actor, period: string) => {
  const { viewerCanAnnotate, result } = (await api.as(who).run(READ, { service: service.slug, period })).commitment;
  return { viewerCanAnnotate, words: result.annotations.map(({ words }: { words: string }) => words), result };
};

it('keeps what a manager writes at an instant or over a stretch of time, with each period that it touches', async () => {
  await write(manager, { from: '2026-02-28T12:00:00Z', to: '2026-03-02T12:00:00Z', words: 'Data centre moves.' });
  const midnight = '2026-02-28T23:00:00Z';
  await write(manager, { from: midnight, words: 'March begins in Berlin.' });

  expect(await read(manager, '2026-02')).toMatchObject({ words: ['Data centre moves.'] });
  expect(await read(executive, '2026-03')).toEqual({
    viewerCanAnnotate: false,
    words: ['Data centre moves.', 'March begins in Berlin.'],
    result: {
      annotations: [
        expect.anything(),
        {
          from: new Date(midnight).toISOString(),
          to: null,
          words: 'March begins in Berlin.',
          writtenBy: { name: 'Mia Manager' },
          writtenAt: api.clock.now().toISOString(),
          endedAt: null,
        },
      ],
    },
  });
});

it('shows them to who sees behind the figure, and lets nobody write who does not manage the service', async () => {
  const bystander = await given.person({ roles: ['requester'] });
  const words = 'Not theirs to write.';

  expect((await read(contact, '2026-03')).words).toHaveLength(2);
  expect((await write(contact, { from: '2026-03-03T12:00:00Z', words })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  expect((await write(executive, { from: '2026-03-03T12:00:00Z', words })).errors).toMatchObject([
    { code: 'FORBIDDEN' },
  ]);
  expect((await write(bystander, { from: '2026-03-03T12:00:00Z', words })).errors).toEqual([
    { code: 'NOT_FOUND', field: ['commitmentId'] },
  ]);
});

it('takes none on time in which nothing is measured', async () => {
  const words = 'For ever.';
  for (const [from, to, field] of [
    ['1900-01-01T00:00:00Z', '2900-01-01T00:00:00Z', 'from'],
    ['2025-12-31T22:59:00Z', null, 'from'],
    ['2026-03-03T12:00:00Z', '2900-01-01T00:00:00Z', 'to'],
  ] as const)
    expect((await write(manager, { from, to, words })).errors).toEqual([{ code: 'NOT_MEASURED', field: [field] }]);
  expect((await write(manager, { from: '2025-12-31T23:00:00Z', words })).errors).toEqual([]);
});

it('ends one and keeps it, with who ended it, and writes the rest into the file of the result', async () => {
  const { annotation } = await write(manager, { from: '2026-03-04T12:00:00Z', words: 'A mistake.' });
  const end = () => api.as(manager).run(END, { id: annotation.id });

  expect((await end()).endAnnotation).toEqual({
    annotation: { endedAt: api.clock.now().toISOString(), endedBy: { name: 'Mia Manager' } },
    errors: [],
  });
  expect((await end()).endAnnotation.errors).toEqual([{ code: 'ENDED' }]);
  expect((await read(manager, '2026-03')).result.annotations).toContainEqual(
    expect.objectContaining({ words: 'A mistake.', endedAt: api.clock.now().toISOString() }),
  );
  const file = `/export/commitment.csv?service=${service.slug}&commitment=uptime&period=2026-03`;
  const sheet = await (await fetch(`${api.address}${file}`, { headers: { cookie: manager.cookie! } })).text();
  expect(sheet).toContain('2026-02-28T12:00:00.000Z to 2026-03-02T12:00:00.000Z: Data centre moves. (Mia Manager)');
  expect(sheet).not.toContain('A mistake.');
  const audited: { action: string }[] = await api.dataSource.query(
    `SELECT action FROM audit_entry WHERE subject_type = 'annotation' AND subject_id = $1 ORDER BY id`,
    [annotation.id],
  );
  expect(audited.map(({ action }) => action)).toEqual(['annotation.written', 'annotation.ended']);
});
