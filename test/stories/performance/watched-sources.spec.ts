import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });
await given.service();

const SOURCES = `query ($watched: Boolean) {
  sources(watched: $watched) { totalCount edges { node { name state } } }
}`;
const listed = async (watched: boolean | null) => {
  const { totalCount, edges } = (await api.as(manager).run(SOURCES, { watched })).sources;
  expect(edges).toHaveLength(totalCount);
  return edges.map(({ node }: { node: { name: string; state: string } }) => node);
};

/** A source of which something was heard an hour ago, or nothing ever. */
async function source(heard: boolean, quietMinutes: number | null): Promise<string> {
  const { id, name } = await given.source('measurements');
  const seenAt = heard ? '2026-03-16T08:00:00Z' : null;
  await api.dataSource.query('UPDATE source SET last_seen_at = $2, quiet_minutes = $3 WHERE id = $1', [
    id,
    seenAt,
    quietMinutes,
  ]);
  return name;
}

it('parts the sources that somebody waits for from files that come when somebody brings them', async () => {
  const awaited = await source(false, null);
  const silent = await source(true, 10);
  const heard = await source(true, 120);
  const file = await source(true, null);
  const forEver = await source(true, 0);

  const watched = await listed(true);
  expect(watched).toHaveLength(3);
  expect(watched).toEqual(
    expect.arrayContaining([
      { name: awaited, state: 'AWAITED' },
      { name: silent, state: 'SILENT' },
      { name: heard, state: 'HEARD' },
    ]),
  );
  const others = await listed(false);
  expect(others.map(({ name }: { name: string }) => name).sort()).toEqual([file, forEver].sort());
  expect(others.every(({ state }: { state: string }) => state === 'UNWATCHED')).toBe(true);
  expect(await listed(null)).toHaveLength(5);
});

it('awaits no file: nobody sends one but who brings it', async () => {
  const { name } = await given.source('tickets');

  expect(await listed(true)).not.toContainEqual(expect.objectContaining({ name }));
  expect(await listed(false)).toContainEqual({ name, state: 'UNWATCHED' });
});

it('makes no source of a batch of which nothing was stored', async () => {
  const machine = await given.token(manager, ['ingest']);
  const { slug } = await given.service();
  const send = async (source: string, series: string) => {
    const time = { from: '2026-03-10T00:00:00Z', to: '2026-03-10T01:00:00Z' };
    const row = JSON.stringify({ service: slug, series, ...time, good: 1, total: 1 });
    const request = api.as(machine).post(`/measurements?source=${source}`).set('content-type', 'application/x-ndjson');
    return (await request.send(row)).body;
  };
  const isThere = async () => (await api.dataSource.query(`SELECT FROM source WHERE slug = 'v-gate2'`)).length > 0;
  await send('v-gate', 'logins');

  expect(await send('v-gate2', 'logins')).toMatchObject({ accepted: 0, refused: 1 });
  expect(await isThere()).toBe(false);
  expect(await send('v-gate2', 'payments')).toMatchObject({ accepted: 1 });
  expect(await isThere()).toBe(true);
});
