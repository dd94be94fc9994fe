import { FOCUS_COLUMNS } from '@accord/domain';
import { parseCsv } from 'hucre/csv';
import { streamXlsxRows } from 'hucre/xlsx';
import { startStory } from '../../builders/index.js';
import { BILL, OPEN_RUN, RECORD_USAGE } from './charge-documents.js';

const { api, given } = await startStory();
const office = await given.person({ roles: ['btOffice'] });
const TIERS = [
  { upTo: '10', amount: '0.015' },
  { upTo: null, amount: '0.005' },
];
const prices = [
  { kind: 'recurring' as const, label: 'Seat', amount: '10.33', per: 'month' as const },
  { kind: 'oneOff' as const, label: '=1+1', amount: '25.00', per: null },
  { kind: 'metered' as const, label: 'Traffic', amount: '0.015', per: 'month' as const, unitName: 'GB', tiers: TIERS },
];
const place = await given.orderPlace({ plan: { prices: prices as never } });
await given.order(place, 'completed', { quantity: 3 });
const other = await given.orderPlace({ plan: { prices: prices as never } });
await given.order(other, 'completed', { quantity: 1 });
for (const { id } of await api.dataSource.query('SELECT id FROM subscription')) {
  const input = {
    subscriptionId: id,
    unitName: 'GB',
    day: '2026-03-16',
    quantity: '1234.5',
    source: 'm',
    externalId: id,
  };
  await api.as(office).run(RECORD_USAGE, { input });
}
await api.as(office).run(OPEN_RUN, { month: '2026-03' });

type Who = { cookie: string | null };
const fileOf = async (path: string, who: Who = office) => {
  const headers = who.cookie === null ? undefined : { cookie: who.cookie };
  const response = await fetch(`${api.address}/export/bill/${path}`, { headers });
  return { status: response.status, type: response.headers.get('content-type'), bytes: await response.arrayBuffer() };
};
const csvOf = async (path: string, who?: Who) => {
  const { bytes } = await fileOf(path, who);
  return partsOf(
    parseCsv(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    ) as Cell[][],
  );
};
const xlsxOf = async (path: string, who?: Who) => {
  const rows: Cell[][] = [];
  for await (const { values } of streamXlsxRows(new Uint8Array((await fileOf(path, who)).bytes)))
    rows.push(values as Cell[]);
  return partsOf(rows);
};
type Cell = string | number | null | undefined;
/** The block of names and values, and the lines by their columns. */
function partsOf(rows: Cell[][]) {
  const first = rows.findIndex(([name]) => name === FOCUS_COLUMNS[0]!.name);
  const columns = rows[first]!;
  return {
    columns,
    head: Object.fromEntries(rows.slice(0, first).map(([name, value]) => [name, value])),
    lines: rows
      .slice(first + 1)
      .filter((row) => row.length > 1)
      .map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i] ?? '']))),
  };
}
const cents = (lines: Record<string, Cell>[]) =>
  lines.reduce((sum, { BilledCost }) => sum + Math.round(Number(BilledCost) * 100), 0);
const billed = async (who: Who, asked: object = {}) => {
  const { bill } = await api.as(who).run(BILL, { month: '2026-03', ...asked });
  return Math.round(Number(bill.totals[0].amount) * 100);
};

describe('a bill as a file', () => {
  it('has the columns of FOCUS, and adds up to the bill to the cent, as CSV and as XLSX', async () => {
    for (const file of [await csvOf('2026-03.csv'), await xlsxOf('2026-03.xlsx')]) {
      expect(file.columns).toEqual(FOCUS_COLUMNS.map(({ name }) => name));
      expect(file.head).toMatchObject({ Bill: '2026-03', State: 'Not yet closed', 'Periods in': 'UTC' });
      expect(file.lines).toHaveLength(6);
      expect(cents(file.lines)).toBe(await billed(office));
      expect(Number(file.head['Total EUR'])).toBe((await billed(office)) / 100);
      const traffic = file.lines.find(({ SkuMeter }) => SkuMeter === 'Traffic')!;
      expect(traffic).toMatchObject({
        ChargeCategory: 'Usage',
        ConsumedUnit: 'GB',
        BillingPeriodStart: '2026-03-01T00:00:00Z',
      });
      expect(Number(traffic.ConsumedQuantity)).toBe(1234.5);
      expect((Number(traffic.PricingQuantity) * Number(traffic.ContractedUnitPrice)).toFixed(2)).toBe(
        Number(traffic.ContractedCost).toFixed(2),
      );
    }
  });

  it('holds no formula', async () => {
    const raw = Buffer.from((await fileOf('2026-03.csv')).bytes).toString('utf8');
    expect(raw.startsWith('\ufeff')).toBe(true);
    expect(raw).toContain(",'=1+1,");
    const { lines } = await xlsxOf('2026-03.xlsx');
    expect(lines.some(({ SkuMeter }) => SkuMeter === '=1+1')).toBe(true);
  });

  it('takes what the page takes, and holds what its reader reads', async () => {
    const ofUnit = await csvOf(`2026-03.csv?unit=${place.unit.id}`);
    expect(ofUnit.head.Unit).toBe(place.unit.name);
    expect(cents(ofUnit.lines)).toBe(await billed(office, { unitId: place.unit.id }));
    const ofService = await csvOf(`2026-03.csv?group=plan&of=${other.plan.id}`);
    expect(ofService.lines.map(({ SkuId }) => SkuId)).toEqual(Array(3).fill(other.plan.id));
    const own = await csvOf('2026-03.csv', place.requester);
    expect([own.lines.length, cents(own.lines)]).toEqual([3, await billed(place.requester)]);
  });

  it.each<[string, string, () => Promise<Who>, number]>([
    ['nobody', '2026-03.csv', async () => ({ cookie: null }), 401],
    ['somebody who has nothing', '2026-03.csv', () => given.person({ roles: ['requester'] }), 404],
    ['somebody who has nothing', '2026-03.xlsx', () => given.person({ roles: ['requester'] }), 404],
    [
      'who speaks for a provider',
      '2026-03.csv',
      async () =>
        given.person({ roles: [{ role: 'providerContact', kind: 'provider', id: (await given.provider()).id }] }),
      403,
    ],
    ['finance, of a month that was never reckoned', '2026-01.csv', async () => office, 404],
    ['finance, of what is no month', '2026-3.csv', async () => office, 422],
    ['finance, of what is no unit', `2026-03.csv?unit=x`, async () => office, 422],
    ['finance, of what is no grouping', `2026-03.csv?group=x`, async () => office, 422],
  ])('is refused to %s: %s', async (_, path, who, status) => {
    expect((await fileOf(path, await who())).status).toBe(status);
  });
});
