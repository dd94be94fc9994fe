import {
  type BilledPrice,
  billChanges,
  type BillChange,
  billReach,
  chargeKey,
  daysOfMonth,
  DomainError,
  inCurrencyDigits,
  previousMonth,
  type Viewer,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { Decimal } from 'decimal.js';
import { isUUID } from 'class-validator';
import { BusinessUnitEntity } from '../../people/business-unit.entity.js';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { type Connection } from '../../platform/graphql/connection.js';
import { pageSize, readCursor, toConnection } from '../../platform/graphql/page.js';
import { ChargeRunEntity } from './charge-run.entity.js';

export const BILL_GROUPS = ['service', 'plan', 'unit'] as const;
export type BillGrouping = (typeof BILL_GROUPS)[number];

/** Whose bill for which month. */
export interface BillAsked {
  /** Such as `2026-03`. */
  month: string;
  /** With the units below it; null = everything that the viewer reads. */
  unitId: string | null;
}

/** A part of a bill, beside the same part of the month before. */
export interface BillGroupRow {
  /** Of the service, plan or unit. */
  id: string;
  currency: string;
  amount: string;
  before: string;
  difference: string;
  changes: readonly BillChange[];
}

export interface BillLineRow {
  id: string;
  runId: string;
  fromDate: string;
  toDate: string;
  serviceId: string;
  ownerId: string;
  beneficiaryId: string;
  [column: string]: unknown;
}

interface SummedRow {
  isNow: boolean;
  groupId: string;
  subscriptionId: string;
  planId: string;
  origin: BilledPrice['origin'];
  kind: BilledPrice['kind'];
  label: string;
  per: BilledPrice['per'];
  unitName: string | null;
  about: string | null;
  unitPrice: string;
  quantity: string;
  amount: string;
  currency: string;
}

const GROUP_COLUMNS: Record<BillGrouping, string> = { service: 'l.service_id', plan: 'l.plan_id', unit: 'l.unit_id' };

/** Reads bills, as far as the viewer answers for the money or has what was charged. */
@Injectable()
export class Bills {
  constructor(private readonly database: Database) {}

  /** @throws {DomainError} For what is no month, or no unit. */
  async assertAsked({ month, unitId }: BillAsked): Promise<void> {
    daysOfMonth(month);
    if (unitId === null) return;
    const known = isUUID(unitId) && (await this.database.read.existsBy(BusinessUnitEntity, { id: unitId }));
    if (!known) throw new DomainError('UNKNOWN_UNIT', 'There is no such unit.', ['unitId']);
  }

  /** @returns null for a month that was never reckoned. */
  async run({ month }: BillAsked): Promise<ChargeRunEntity | null> {
    return this.database.read.findOneBy(ChargeRunEntity, { fromDate: daysOfMonth(month).from });
  }

  /** Largest first. What changed since the month before adds up to the difference. */
  async groups(act: Act, asked: BillAsked, by: BillGrouping): Promise<BillGroupRow[]> {
    const parameters = new Parameters();
    const now = parameters.add(daysOfMonth(asked.month).from);
    const before = parameters.add(daysOfMonth(previousMonth(asked.month)).from);
    const { joins, condition } = visibleLines(act.viewer, asked, parameters);
    const rows: SummedRow[] = await this.database.read.query(
      `SELECT r.from_date = ${now}::date AS "isNow", ${GROUP_COLUMNS[by]} AS "groupId", l.subscription_id AS "subscriptionId",
          l.plan_id AS "planId", l.origin, l.kind, l.label, l.per, l.unit_name AS "unitName",
          coalesce(l.credit_id, l.dispute_id, l.corrects_run_id)::text AS about,
          (array_agg(l.unit_price::text ORDER BY l.to_date DESC, l.case_id DESC))[1] AS "unitPrice",
          CASE WHEN l.kind = 'metered' THEN sum(l.quantity)::text
            ELSE (array_agg(l.quantity::text ORDER BY l.to_date DESC, l.case_id DESC))[1] END AS quantity,
          sum(l.amount)::text AS amount, l.currency
        FROM bill_line l JOIN charge_run r ON r.id = l.run_id ${joins}
       WHERE ${inMonths(now, before)} AND ${condition}
       GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, l.currency`,
      parameters.values,
    );
    return groupsOf(rows);
  }

  /** By currency: of all lines. */
  async totals(act: Act, asked: BillAsked): Promise<{ amount: string; currency: string }[]> {
    const parameters = new Parameters();
    const of = inMonths(parameters.add(daysOfMonth(asked.month).from));
    const { joins, condition } = visibleLines(act.viewer, asked, parameters);
    const rows: { amount: string; currency: string }[] = await this.database.read.query(
      `SELECT l.currency, sum(l.amount)::text AS amount FROM bill_line l ${joins} WHERE ${of} AND ${condition} GROUP BY 1 ORDER BY 1`,
      parameters.values,
    );
    return rows.map(({ amount, currency }) => ({ amount: inCurrencyDigits(amount, currency), currency }));
  }

  /** By service, then subscription and day. */
  async lines(
    act: Act,
    asked: BillAsked,
    { first, after, groupId, by }: { first: number; after: string | null; groupId: string | null; by: BillGrouping },
  ): Promise<Connection<BillLineRow> & { totalCount: number }> {
    const size = pageSize(first);
    const parameters = new Parameters();
    const of = inMonths(parameters.add(daysOfMonth(asked.month).from));
    const { joins, condition } = visibleLines(act.viewer, asked, parameters);
    const among = groupIs({ by, groupId }, parameters);
    const from = `FROM bill_line l JOIN charge_run r ON r.id = l.run_id ${joins} WHERE ${of} AND ${condition}${among}`;
    const cursor = after ? readCursor(after, ['uuid', 'uuid', 'uuid']) : null;
    const behind = cursor
      ? ` AND (l.service_id, l.subscription_id, l.case_id) > (${cursor.map((id) => `${parameters.add(id)}::uuid`).join(', ')})`
      : '';
    const rows: (BillLineRow & { totalCount: number })[] = await this.database.read.query(
      `SELECT ${BILL_LINE}, (SELECT count(*)::int ${from}) AS "totalCount" ${from}${behind}
        ORDER BY l.service_id, l.subscription_id, l.case_id LIMIT ${parameters.add(size + 1)}`,
      parameters.values,
    );
    const page = toConnection<BillLineRow>(rows, size, (row) => [
      row.serviceId as string,
      row.subscriptionId as string,
      row.caseId as string,
    ]);
    return { ...page, totalCount: rows[0]?.totalCount ?? 0 };
  }
}

export const BILL_LINE = `
  l.id, l.run_id AS "runId", l.case_id AS "caseId", r.from_date::text AS month, r.state AS "runState", l.origin, l.subscription_id AS "subscriptionId",
  l.unit_id AS "unitId", l.service_id AS "serviceId", l.plan_id AS "planId", l.plan_version AS "planVersion", l.kind, l.label,
  l.per, l.unit_name AS "unitName", l.from_date::text AS "fromDate", l.to_date::text AS "toDate", l.quantity::text,
  l.unit_price::text AS "unitPrice", l.amount::text, l.currency, l.corrects_run_id AS "correctsRunId",
  l.dispute_id AS "disputeId", l.credit_id AS "creditId", l.explanation,
  b.owner_id AS "ownerId", b.beneficiary_id AS "beneficiaryId"`;

/** Only lines `l` of the months that begin on these days, by the run, with which their key begins. */
const inMonths = (...days: string[]) =>
  `l.run_id = ANY (ARRAY(SELECT id FROM charge_run WHERE from_date IN (${days.map((day) => `${day}::date`).join(', ')})))`;

/** Only lines `l` of one part of a bill. */
export const groupIs = (
  { by, groupId }: { by: BillGrouping; groupId: string | null },
  parameters: Parameters,
): string => (groupId === null ? '' : ` AND ${parameters.is(GROUP_COLUMNS[by], groupId)}`);

/** What of lines `l` the viewer reads: those of their units, and of what they have or answer for. */
export function visibleLines(viewer: Viewer, { unitId }: Pick<BillAsked, 'unitId'>, parameters: Parameters) {
  const { outsider, units, personId } = billReach(viewer);
  const read = units === 'all' ? 'true' : readOf(units, parameters.add(personId), parameters);
  const below =
    unitId &&
    `l.unit_id IN (
    WITH RECURSIVE below AS (
      SELECT ${parameters.add(unitId)}::uuid AS id
      UNION ALL
      SELECT u.id FROM below JOIN business_unit u ON u.parent_id = below.id
    ) SELECT id FROM below)`;
  const own = `NOT ${parameters.add(outsider)}::boolean AND (${read})`;
  return { joins: 'JOIN subscription b ON b.id = l.subscription_id', condition: below ? `${own} AND ${below}` : own };
}

/** By arrays, so that whoever reads little is answered from the key of lines and not from the whole month. */
function readOf(units: readonly string[], me: string, parameters: Parameters): string {
  const had = (column: string) =>
    `ANY (ARRAY(SELECT ${column} FROM subscription WHERE owner_id = ${me} OR beneficiary_id = ${me}))`;
  const paid = `l.unit_id = ANY (${parameters.add(units)}::uuid[])`;
  return `${paid} OR l.unit_id = ${had('unit_id')} AND l.subscription_id = ${had('id')}`;
}

function groupsOf(rows: readonly SummedRow[]): BillGroupRow[] {
  const groups = new Map<string, { id: string; currency: string; now: BilledPrice[]; before: BilledPrice[] }>();
  for (const row of rows) {
    const key = `${row.groupId} ${row.currency}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { id: row.groupId, currency: row.currency, now: [], before: [] }));
    // What of a month stands alone is never the same as something of another month.
    const about = row.origin === 'charge' ? '' : `${row.about} ${row.isNow}`;
    const billed = { ...row, key: `${row.subscriptionId} ${row.origin} ${chargeKey(row)} ${about}` };
    group[row.isNow ? 'now' : 'before'].push(billed);
  }
  return [...groups.values()]
    .map(({ id, currency, now, before }) => {
      const [is, was] = [sum(now), sum(before)];
      const money = (amount: Decimal) => inCurrencyDigits(amount, currency);
      return {
        id,
        currency,
        amount: money(is),
        before: money(was),
        difference: money(is.minus(was)),
        changes: billChanges(before, now, currency),
      };
    })
    .sort((a, b) => new Decimal(b.amount).comparedTo(a.amount) || (a.id < b.id ? -1 : 1));
}

const sum = (prices: readonly BilledPrice[]) => prices.reduce((all, { amount }) => all.plus(amount), new Decimal(0));
