import { Bills } from '@accord/api/orders/charges/bills.js';
import type { ChargeRunEntity } from '@accord/api/orders/charges/charge-run.entity.js';
import { Database } from '@accord/api/platform/database/database.js';
import type { ActiveRole } from '@accord/domain';
import type { DataSource } from 'typeorm';
import { printRow } from './bench-row.js';

const ROUNDS = 100;
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** What finance waits for when it opens the bill of all units, beside who reads two of two hundred: a hundred times the lines. */
export async function measureBillPages(dataSource: DataSource, run: ChargeRunEntity, at: Date): Promise<void> {
  const bills = new Bills(new Database(dataSource));
  const few: { id: string }[] = await dataSource.query(
    'SELECT DISTINCT unit_id AS id FROM charge_line ORDER BY 1 LIMIT 2',
  );
  const [office, owner]: ActiveRole[] = [
    { role: 'btOffice', kind: 'organisation', ids: [] },
    { role: 'budgetOwner', kind: 'unit', ids: few.map(({ id }) => id) },
  ];
  const [all, some] = [await pageTimes(office!), await pageTimes(owner!)];
  for (const [name, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const)
    printRow({
      bench: 'charge',
      name: `bill-of-${all.lines}-lines-beside-${some.lines}-${name}`,
      unit: 'ms',
      ours: all.times[Math.floor(share * ROUNDS)]!,
      reference: some.times[Math.floor(share * ROUNDS)]!,
      most: 8,
    });

  async function pageTimes(role: ActiveRole): Promise<{ times: number[]; lines: number }> {
    const act = { viewer: { personId: NOBODY, name: 'Reader', roles: [role] }, at };
    const asked = { month: run.fromDate.slice(0, 7), unitId: null };
    const times: number[] = [];
    let lines = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const began = performance.now();
      const [, , page] = await Promise.all([
        bills.groups(act, asked, run, 'service'),
        bills.groups(act, asked, run, 'unit'),
        bills.lines(act, asked, run, { first: 50, after: null, groupId: null, by: 'service' }),
      ]);
      times.push(performance.now() - began);
      lines = page.totalCount;
    }
    return { times: times.sort((a, b) => a - b), lines };
  }
}
