import { type ChargeDays, type ChargedChange, type ChargedUsage, dayBefore } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { sourceOf, SUSPENDED_IS_CHARGED } from '../../catalog/plans/plan-prices.js';

/** A subscription with what of its history and use a month is reckoned from. */
export interface ChargedHistory {
  subscriptionId: string;
  unitId: string;
  serviceId: string;
  /** What the month costs depends on these alone: the same text, the same lines. */
  case: string;
  changes: readonly ChargedChange[];
  usage: readonly ChargedUsage[];
}

interface HistoryRow {
  subscriptionId: string;
  unitId: string;
  serviceId: string;
  fromDate: string;
  planId: string;
  planVersion: number;
  quantity: number;
  state: ChargedChange['state'];
  prices: string;
  currency: string;
  suspendedIsCharged: boolean;
}

/** What ended longer ago than the day before costs nothing more; on the day after the last, what is left is given back. */
const HISTORIES = `
  SELECT s.id AS "subscriptionId", s.unit_id AS "unitId", s.service_id AS "serviceId", c.from_date::text AS "fromDate",
      c.plan_id AS "planId", c.plan_version AS "planVersion", c.quantity, c.state, c.prices::text AS prices, p.currency,
      ${SUSPENDED_IS_CHARGED} AS "suspendedIsCharged"
    FROM subscription s JOIN subscription_change c ON c.subscription_id = s.id JOIN plan p ON p.id = c.plan_id ${sourceOf('c.prices')}
   WHERE c.from_date <= $2::date`;
const REST = `${HISTORIES} AND (s.ends_on IS NULL OR s.ends_on >= $1::date - 1)
  AND NOT EXISTS (SELECT FROM plain p WHERE p.subscription_id = s.id) ORDER BY s.id, c.from_date, c.id`;
const SOME = `${HISTORIES} AND $1::date IS NOT NULL AND s.id = ANY ($3::uuid[]) ORDER BY s.id, c.from_date, c.id`;

/** Current records, back to where the longest billing period may begin, of what was used in the month or matters to it. */
export const currentUsage = (from: string, to: string) => `
  SELECT u.subscription_id, json_agg(json_build_object(
      'unitName', u.unit_name, 'day', u.day, 'quantity', u.quantity::text) ORDER BY u.day, u.id)::text AS usage
    FROM usage_record u
   WHERE u.day > ${from}::date - interval '1 year' AND u.day <= ${to}::date
     AND NOT EXISTS (SELECT FROM usage_record n WHERE n.corrects_id = u.id)
   GROUP BY u.subscription_id HAVING max(u.day) >= ${from}::date`;

/** Of those named, or of all that are not plain. */
const USAGE = `
  SELECT a.subscription_id AS "subscriptionId", a.usage FROM (${currentUsage('$1', '$2')}) a
   WHERE a.subscription_id = ANY ($3::uuid[])`;
const REST_USAGE = `
  SELECT a.subscription_id AS "subscriptionId", a.usage FROM (${currentUsage('$1', '$2')}) a
   WHERE NOT EXISTS (SELECT FROM plain p WHERE p.subscription_id = a.subscription_id)`;

const BATCH_ROWS = 10_000;

/** Every subscription that is not plain and may cost anything in a month, or those named, in batches: one batch is in memory at a time. */
export async function* historiesFor(
  tx: EntityManager,
  month: ChargeDays,
  subscriptionIds: readonly string[] | null = null,
): AsyncGenerator<ChargedHistory[]> {
  const usage = await usageIn(tx, month, subscriptionIds);
  const prices = new PriceTexts();
  const parameters = [month.from, month.to, ...(subscriptionIds ? [subscriptionIds] : [])];
  await tx.query(`DECLARE charged NO SCROLL CURSOR FOR ${subscriptionIds ? SOME : REST}`, parameters);
  let rest: HistoryRow[] = [];
  for (;;) {
    const rows: HistoryRow[] = await tx.query(`FETCH ${BATCH_ROWS} FROM charged`);
    const all = rest.length > 0 ? rest.concat(rows) : rows;
    const isLast = rows.length < BATCH_ROWS;
    // The last subscription of a batch may go on in the next one.
    let end = all.length;
    if (!isLast) while (end > 0 && all[end - 1]!.subscriptionId === all.at(-1)!.subscriptionId) end--;
    yield historiesOf(all.slice(0, end), month, usage, prices);
    rest = all.slice(end);
    if (isLast) break;
  }
  await tx.query('CLOSE charged');
}

async function usageIn(tx: EntityManager, { from, to }: ChargeDays, ids: readonly string[] | null) {
  const rows: { subscriptionId: string; usage: string }[] = ids
    ? await tx.query(USAGE, [from, to, ids])
    : await tx.query(REST_USAGE, [from, to]);
  return new Map(rows.map((row) => [row.subscriptionId, row.usage]));
}

function historiesOf(
  rows: readonly HistoryRow[],
  month: ChargeDays,
  usageOf: ReadonlyMap<string, string>,
  prices: PriceTexts,
): ChargedHistory[] {
  const histories: ChargedHistory[] = [];
  for (let first = 0; first < rows.length;) {
    const { subscriptionId, unitId, serviceId } = rows[first]!;
    let end = first + 1;
    while (end < rows.length && rows[end]!.subscriptionId === subscriptionId) end++;
    const own = clipped(rows.slice(first, end), month, prices);
    const usage = usageOf.get(subscriptionId) ?? '';
    const key = own.map((row) => caseOf(row)).join('\n') + usage;
    const changes = () => own.map((row) => ({ ...row, prices: prices.read(row.prices).prices }));
    histories.push({
      subscriptionId,
      unitId,
      serviceId,
      case: key,
      get changes() {
        return changes();
      },
      get usage() {
        return usage === '' ? [] : (JSON.parse(usage) as ChargedUsage[]);
      },
    });
    first = end;
  }
  return histories;
}

const caseOf = ({ fromDate, planId, planVersion, quantity, state, prices }: HistoryRow): string =>
  `${fromDate} ${planId} ${planVersion} ${quantity} ${state} ${prices}`;

/**
 * Where all prices are by the month, nothing depends on how long something was so before: the same plan for the same
 * quantity is the same case for everybody, since whenever they have it.
 */
function clipped(rows: readonly HistoryRow[], { from }: ChargeDays, prices: PriceTexts): readonly HistoryRow[] {
  if (rows.some((row) => prices.read(row.prices).isLonger)) return rows;
  const since = rows.findLastIndex(({ fromDate }) => fromDate < from);
  return since < 0 ? rows : [{ ...rows[since]!, fromDate: dayBefore(from) }, ...rows.slice(since + 1)];
}

/** Prices as their JSON says, each text read once. */
class PriceTexts {
  private readonly known = new Map<string, { prices: ChargedChange['prices']; isLonger: boolean }>();

  read(text: string) {
    let found = this.known.get(text);
    if (!found) {
      const prices = JSON.parse(text) as ChargedChange['prices'];
      found = { prices, isLonger: prices.some(({ per }) => per === 'quarter' || per === 'year') };
      this.known.set(text, found);
    }
    return found;
  }
}
