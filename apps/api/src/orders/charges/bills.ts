import { BILL_REASONS, type BillReason, daysOfMonth, DomainError, inCurrencyDigits } from '@accord/domain';
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
import { compareBills } from './compare-bills.js';
import { type BillGrouping, GROUP_COLUMNS, groupIs, ownLines, paidLines, visibleLines } from './visible-lines.js';

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
  changes: readonly { reason: BillReason; amount: string }[];
}

export interface BillLineRow {
  id: string;
  runId: string;
  caseId: string;
  unitId: string;
  subscriptionId: string;
  fromDate: string;
  toDate: string;
  serviceId: string;
  ownerId: string;
  beneficiaryId: string;
  [column: string]: unknown;
}

interface SummedRow {
  id: string;
  currency: string;
  reason: BillReason | 'before';
  amount: string;
}

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
  async groups(
    { viewer }: Act,
    { unitId }: BillAsked,
    run: ChargeRunEntity,
    by: BillGrouping,
  ): Promise<BillGroupRow[]> {
    const parameters = new Parameters();
    const paid = `${parameters.is('l.run_id', run.id)} AND ${paidLines(viewer, unitId, parameters)}`;
    const rows: SummedRow[] = await this.database.read.query(
      `SELECT ${GROUP_COLUMNS[by]} AS id, l.currency, l.reason, sum(l.amount)::text AS amount FROM bill_change l
        WHERE ${paid} GROUP BY 1, 2, 3`,
      parameters.values,
    );
    const others = new Parameters();
    const own = ownLines(viewer, unitId, others);
    const changes = own === null ? [] : await compareBills(this.database.read, run, own, others);
    return groupsOf([...rows, ...changes.map((change) => ({ ...change, id: change[`${by}Id`] }))]);
  }

  /** By unit, then subscription, as in its file. */
  async lines(
    { viewer }: Act,
    { unitId }: BillAsked,
    run: ChargeRunEntity,
    { first, after, groupId, by }: { first: number; after: string | null; groupId: string | null; by: BillGrouping },
  ): Promise<Connection<BillLineRow> & { totalCount: number }> {
    const size = pageSize(first);
    const parameters = new Parameters();
    const condition = `${parameters.is('l.run_id', run.id)} AND ${visibleLines(viewer, unitId, parameters)}${groupIs({ by, groupId }, parameters)}`;
    const cursor = after ? readCursor(after, ['uuid', 'uuid', 'uuid']) : null;
    const behind = cursor
      ? ` AND (l.unit_id, l.subscription_id, l.case_id) > (${cursor.map((id) => `${parameters.add(id)}::uuid`).join(', ')})`
      : '';
    // The plan alone stands with the case.
    const counted = by === 'plan' && groupId !== null ? 'bill_line' : 'charge_line';
    const rows: (BillLineRow & { totalCount: number })[] = await this.database.read.query(
      `SELECT ${BILL_LINE}, (SELECT count(*)::int FROM ${counted} l WHERE ${condition}) AS "totalCount"
         FROM bill_line l JOIN charge_run r ON r.id = l.run_id JOIN subscription b ON b.id = l.subscription_id
        WHERE ${condition}${behind} ORDER BY l.unit_id, l.subscription_id, l.case_id LIMIT ${parameters.add(size + 1)}`,
      parameters.values,
    );
    const page = toConnection<BillLineRow>(rows, size, ({ unitId, subscriptionId, caseId }) => [
      unitId,
      subscriptionId,
      caseId,
    ]);
    return { ...page, totalCount: rows[0]?.totalCount ?? 0 };
  }
}

/** Of lines `l` with their runs `r` and subscriptions `b`. */
export const BILL_LINE = `
  l.id, l.run_id AS "runId", l.case_id AS "caseId", r.from_date::text AS month, r.state AS "runState", l.origin, l.subscription_id AS "subscriptionId",
  l.unit_id AS "unitId", l.service_id AS "serviceId", l.plan_id AS "planId", l.plan_version AS "planVersion", l.kind, l.label,
  l.per, l.unit_name AS "unitName", l.from_date::text AS "fromDate", l.to_date::text AS "toDate", l.quantity::text,
  l.unit_price::text AS "unitPrice", l.amount::text, l.currency, l.corrects_run_id AS "correctsRunId",
  l.dispute_id AS "disputeId", l.credit_id AS "creditId", l.claim_id AS "claimId", l.explanation,
  b.owner_id AS "ownerId", b.beneficiary_id AS "beneficiaryId"`;

/** By currency: of all parts of a bill. */
export function totalsOf(groups: readonly BillGroupRow[]): { amount: string; currency: string }[] {
  const totals = new Map<string, Decimal>();
  for (const { currency, amount } of groups)
    totals.set(currency, (totals.get(currency) ?? new Decimal(0)).plus(amount));
  return [...totals]
    .map(([currency, amount]) => ({ currency, amount: inCurrencyDigits(amount, currency) }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function groupsOf(rows: readonly SummedRow[]): BillGroupRow[] {
  const groups = new Map<string, { id: string; currency: string; sums: Map<SummedRow['reason'], Decimal> }>();
  for (const { id, currency, reason, amount } of rows) {
    const key = `${id} ${currency}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { id, currency, sums: new Map() }));
    group.sums.set(reason, (group.sums.get(reason) ?? new Decimal(0)).plus(amount));
  }
  return [...groups.values()]
    .map(({ id, currency, sums }) => {
      const money = (amount: Decimal) => inCurrencyDigits(amount, currency);
      const before = sums.get('before') ?? new Decimal(0);
      const now = [...sums.values()].reduce((all, amount) => all.plus(amount), new Decimal(0));
      const changes = BILL_REASONS.flatMap((reason) => {
        const amount = sums.get(reason);
        return amount && !amount.isZero() ? [{ reason, amount: money(amount) }] : [];
      });
      return { id, currency, amount: money(now), before: money(before), difference: money(now.minus(before)), changes };
    })
    .sort((a, b) => new Decimal(b.amount).comparedTo(a.amount) || (a.id < b.id ? -1 : 1));
}
