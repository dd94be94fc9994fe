import { parseCsv } from 'hucre/csv';
import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { startStory } from '../../builders/index.js';
import type { Actor } from '../../builders/graph-client.js';

const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });
const provider = await given.provider({ name: 'Acme' });
const mail = await given.service({ name: '=Mail', slug: 'mail', providerId: provider.id });
const files = await given.service({ name: 'Files', slug: 'files', providerId: provider.id });
const uptime = await given.commitment(
  { serviceId: mail.id, slug: 'uptime', name: 'Uptime' },
  { effectiveFrom: '2025-06-01', monthlyCharge: '1000.00' },
);
await given.commitment({ serviceId: files.id, slug: 'uptime', name: 'Uptime' }, { effectiveFrom: '2025-06-01' });
await given.outage(mail, '2026-02-03T00:00:00Z', '2026-02-03T03:00:00Z');
await given.closed('2026-02', uptime);
await given.exclusion(uptime, '2026-02-03T00:00:00Z', '2026-02-03T01:00:00Z');

type Cell = string | number | null | undefined;

async function fileOf(path: string, who: Pick<Actor, 'cookie'> = manager) {
  const headers = who.cookie ? { cookie: who.cookie } : undefined;
  const response = await fetch(`${api.address}/export/${path}`, { headers });
  const name = response.headers.get('content-disposition');
  return { status: response.status, name, bytes: new Uint8Array(await response.arrayBuffer()) };
}

async function rowsOf(path: string, who?: Pick<Actor, 'cookie'>): Promise<Cell[][]> {
  const { bytes } = await fileOf(path, who);
  if (!path.includes('.xlsx'))
    return parseCsv(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    ) as Cell[][];
  const rows: Cell[][] = [];
  for await (const { values } of streamXlsxRows(bytes)) rows.push(values as Cell[]);
  return rows;
}

/** The block of names and values, and the rows by their columns, which begin with the one named. */
async function partsOf(path: string, firstColumn: string, who?: Pick<Actor, 'cookie'>) {
  const rows = await rowsOf(path, who);
  const place = rows.findIndex(([name], i) => name === firstColumn && (rows[i]?.length ?? 0) > 2);
  const columns = rows[place]!;
  return {
    head: Object.fromEntries(rows.slice(0, place).map(([name, value]) => [name, value])),
    rows: rows
      .slice(place + 1)
      .filter((row) => row.length > 1)
      .map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i] ?? '']))),
  };
}

it.each(['csv', 'xlsx'])(
  'sends the heat table as %s: the figures of the screen, and what one must know to read them',
  async (format) => {
    const { head, rows } = await partsOf(
      `commitments.${format}?provider=${provider.id}&verdict=MET,MISSED&until=2026-02`,
      'Service',
    );

    expect(head).toMatchObject({
      View: 'Commitments',
      Months: '2025-03 to 2026-02',
      Filters: 'Provider: Acme; Verdict: Met, Missed',
      'Generated at': api.clock.now().toISOString(),
    });
    expect(Date.parse(String(head['Data as of']))).toBeLessThanOrEqual(api.clock.now().getTime());
    const screen = await api.as(manager).run(`{ commitments(until: "2026-02") { edges { node {
    service { name } results { period figure verdict breached budget { left leftPercent } } } } } }`);
    const [worst] = screen.commitments.edges.map(({ node }: { node: object }) => node);
    const newest = worst.results.at(-1);
    expect(rows.map(({ Service }) => String(Service).replace("'", ''))).toEqual(['=Mail', 'Files']);
    expect(rows[0]).toMatchObject({ Commitment: 'Uptime', Provider: 'Acme', '2026-02 verdict': 'Missed' });
    expect(Number(rows[0]!['2026-02 %'])).toBe(Number(newest.figure));
    expect(Number(rows[0]!['Budget left %'])).toBe(Number(newest.budget.leftPercent));
    expect(Number(rows[0]!.Breaches)).toBe(1);
  },
);

it('sends what is behind one result, its revision in the name of the file', async () => {
  const path = 'commitment.csv?service=mail&commitment=uptime&period=2026-02';
  const { head, rows } = await partsOf(path, 'Kind');

  expect(head).toMatchObject({
    Service: "'=Mail",
    Verdict: 'Missed',
    State: 'Frozen, revision 1',
    'Periods in': 'UTC',
  });
  expect(rows).toMatchObject([
    { Kind: 'Outage', From: '2026-02-03T00:00:00.000Z', 'Counted min': '180', Verdict: 'down' },
  ]);
  expect((await fileOf(path)).name).toBe('attachment; filename="mail-uptime-2026-02-r1.csv"');
});

it('keeps to the days of the address, and takes rubbish for none', async () => {
  const of = (days: string) => partsOf(`commitment.csv?service=mail&commitment=uptime&period=2026-02&${days}`, 'Kind');

  const there = await of('from=2026-02-03&to=2026-02-03');
  expect(there.head).toMatchObject({ Days: '2026-02-03 to 2026-02-03' });
  expect(there.rows).toHaveLength(1);
  expect((await of('from=2026-02-04')).rows).toEqual([]);
  const all = await of('from=abc&to=2026-13-40');
  expect(all.rows).toHaveLength(1);
  expect(all.head).not.toHaveProperty('Days');
});

it('says of an outage that goes on that it does', async () => {
  const chat = await given.service({ slug: 'chat', providerId: provider.id });
  await given.commitment({ serviceId: chat.id, slug: 'uptime', name: 'Uptime' });
  const from = new Date(api.clock.now().getTime() - 60_000).toISOString();
  await given.outage(chat, from, null);

  const { rows } = await partsOf('commitment.csv?service=chat&commitment=uptime', 'Kind');
  expect(rows).toMatchObject([{ From: from, To: '', 'Counted min': '1', Verdict: 'still down' }]);
});

it('makes no formula of what a ticket is called, in either file', async () => {
  const desk = await given.service({ slug: 'desk', providerId: provider.id });
  const ticketsInTime = { metric: 'resolution', targets: [{ priority: 1, targetMs: 3_600_000 }] };
  await given.commitment({ serviceId: desk.id, slug: 'in-time', indicator: { ticketsInTime } as never, credit: null });
  const numbers = ['=VT7', '+1+cmd', '@SUM(A1)', '-2+3', '＝1+1', 'INC5'];
  await given.tickets(
    desk,
    numbers.map((number) => ({
      number,
      priority: 1,
      openedAt: '2026-02-03T08:00:00Z',
      resolvedAt: '2026-02-03T11:00:00Z',
    })),
  );
  const file = 'service=desk&commitment=in-time&period=2026-02';

  const csv = Buffer.from((await fileOf(`commitment.csv?${file}`)).bytes).toString('utf8');
  const cells = csv.split(/[,\r\n]/);
  expect(cells).toEqual(expect.arrayContaining(numbers.map((number) => (number === 'INC5' ? number : `'${number}`))));
  const { sheets } = await readXlsx((await fileOf(`commitment.xlsx?${file}`)).bytes);
  const found = sheets.flatMap((sheet) => [...(sheet.cells?.values() ?? [])]);
  expect(found.filter(({ formula }) => formula !== undefined)).toEqual([]);
  expect(sheets.flatMap(({ rows }) => rows.flat())).toEqual(expect.arrayContaining(numbers));
});

it('sends breaches with what is owed for them, and exclusions with their effect', async () => {
  const [breach] = (await partsOf('breaches.xlsx?period=2026-02', 'Service')).rows;
  expect(breach).toMatchObject({ Service: '=Mail', Period: '2026-02', Agreement: 'SLA', Unit: 'min', Used: 180 });
  expect(Object.keys(breach!)).toEqual(
    expect.arrayContaining(['Credit alone', 'Owed in the claim', 'Next on the claim', 'Claim by']),
  );
  const [exclusion] = (await partsOf('exclusions.csv?state=PROPOSED', 'Service')).rows;
  expect(exclusion).toMatchObject({ Service: "'=Mail", State: 'Proposed', From: '2026-02-03T00:00:00.000Z' });
  expect(Number(exclusion!['Figure after %'])).toBeGreaterThan(Number(exclusion!['Figure before %']));
  expect((await partsOf('breaches.csv?period=2026-01', 'Service')).rows).toEqual([]);
});

it.each<[string, string, () => Promise<Pick<Actor, 'cookie'>>, number]>([
  ['nobody', 'commitments.csv', async () => ({ cookie: null }), 401],
  ['who may not know of it', 'commitment.csv?service=mail&commitment=uptime', () => given.contactOf(provider), 404],
  ['who may not see any', 'breaches.csv', () => given.person(), 403],
  ['who may not see any', 'exclusions.xlsx', () => given.person(), 403],
  ['anybody, of what is no period', 'breaches.csv?period=2026-9', async () => manager, 422],
  ['anybody, of nothing named', 'commitment.csv?service=mail', async () => manager, 404],
  ['anybody, of what is no view', 'people.csv', async () => manager, 404],
  ['anybody, of what is no verdict', 'commitments.csv?verdict=GOOD', async () => manager, 422],
  ['anybody, of what is no month', 'commitments.xlsx?until=2026-13', async () => manager, 422],
  [
    'anybody, of a period without a result',
    'commitment.csv?service=mail&commitment=uptime&period=2019-01',
    async () => manager,
    404,
  ],
])('is refused to %s: %s', async (_, path, who, status) => {
  expect((await fileOf(path, await who())).status).toBe(status);
});

it('says which value of the address is none, in words of the address', async () => {
  const { status, bytes } = await fileOf('commitments.csv?sort=BEST');
  expect([status, JSON.parse(Buffer.from(bytes).toString()).errors]).toEqual([
    422,
    [{ code: 'INVALID', field: ['sort'], message: '"BEST" is none of the values of sort.' }],
  ]);
});

it.each(['x', '0', '-1', '1.5', '', '1&revision=2', '2e0'])(
  'refuses a revision that is none, and sends no other in its place: "%s"',
  async (revision) => {
    for (const format of ['csv', 'xlsx']) {
      const asked = `service=mail&commitment=uptime&period=2026-02&revision=${revision}`;
      const { status, bytes } = await fileOf(`commitment.${format}?${asked}`);
      expect([status, JSON.parse(Buffer.from(bytes).toString()).errors]).toEqual([
        422,
        [{ code: 'INVALID', field: ['revision'], message: 'A revision is a whole number from 1 on.' }],
      ]);
    }
  },
);

it.each([
  ['period=2026-02&revision=9', 'revision', 'This period has no revision 9.'],
  ['period=2031-02', 'period', 'Nothing was judged in this period.'],
])('says of what nothing was judged: %s', async (asked, field, message) => {
  const { status, bytes } = await fileOf(`commitment.csv?service=mail&commitment=uptime&${asked}`);
  expect([status, JSON.parse(Buffer.from(bytes).toString()).errors]).toEqual([
    404,
    [{ code: 'NOT_FOUND', field: [field], message }],
  ]);
});

it('holds for a colleague only what the screen shows them', async () => {
  const colleague = await given.person();
  expect(
    (await partsOf('commitment.csv?service=mail&commitment=uptime&period=2026-02', 'Kind', colleague)).rows,
  ).toEqual([]);
});
