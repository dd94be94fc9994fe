import {
  assertReadsBills,
  DomainError,
  FOCUS_COLUMNS,
  FOCUS_VERSION,
  type FocusLine,
  inCurrencyDigits,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { Decimal } from 'decimal.js';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import type { FileCell } from '../../platform/files/file-formats.js';
import { type BillAsked, Bills } from './bills.js';
import { ChargeRunEntity } from './charge-run.entity.js';
import { type BillGrouping, groupIs, visibleLines } from './visible-lines.js';

/** What the bill screen takes. */
export interface BillFileAsked extends BillAsked {
  by: BillGrouping;
  /** Of one service, plan or unit, as `by` says; null = all. */
  groupId: string | null;
}

interface Row extends FocusLine {
  caseId: string;
}

const utc = (day: string) =>
  `to_char(${day}::timestamp AT TIME ZONE e.time_zone AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** In the order of the key of lines. */
const LINES = `
  SELECT l.id, l.case_id AS "caseId", e.name AS enterprise, l.origin, l.dispute_id IS NOT NULL AS "isDispute", l.run_id AS "runId",
      r.state AS "runState", to_char(o.from_date, 'YYYY-MM') AS "correctsMonth", l.unit_id AS "unitId", u.name AS unit,
      l.service_id AS "serviceId", s.name AS service, l.subscription_id AS "subscriptionId", l.plan_id AS "planId",
      l.plan_version AS "planVersion", p.name AS plan, l.kind, l.label, l.per, l.unit_name AS "unitName", l.quantity::text,
      l.unit_price::text AS "unitPrice", l.amount::text, l.currency, ${utc('r.from_date')} AS "billingFrom",
      ${utc('(r.to_date + 1)')} AS "billingTo", ${utc('l.from_date')} AS "chargeFrom", ${utc('(l.to_date + 1)')} AS "chargeTo"`;
const NAMED = `
  JOIN service s ON s.id = l.service_id JOIN plan p ON p.id = l.plan_id JOIN business_unit u ON u.id = l.unit_id
  LEFT JOIN charge_run o ON o.id = l.corrects_run_id CROSS JOIN enterprise e`;

const BATCH = 1_000;

/** Longer ones are made by a job. */
const MOST_AT_ONCE = 10_000;

/** A bill as the rows of a file: what it is, then its lines in the columns of FOCUS. */
@Injectable()
export class BillExport {
  constructor(
    private readonly database: Database,
    private readonly bills: Bills,
  ) {}

  /**
   * @returns The rows, read as they are taken.
   * @throws {DomainError} For what is no month or no unit, for outsiders, and when no line of it is the viewer's to read.
   */
  async rows(act: Act, asked: BillFileAsked): Promise<AsyncIterable<FileCell[]>> {
    const { run, totals } = await this.found(act, asked);
    return this.read(act, asked, run, await this.head(act, asked, run, totals));
  }

  /** {@link rows} while somebody waits for them. @throws {DomainError} `TOO_LONG` for more than 10,000 lines, too. */
  async rowsAtOnce(act: Act, asked: BillFileAsked): Promise<AsyncIterable<FileCell[]>> {
    const { run, totals } = await this.found(act, asked);
    const lines = countOf(totals);
    if (lines > MOST_AT_ONCE) {
      const sentence = `This bill has ${lines} lines. Ask for it by makeBillFile; a notice says when the file is ready.`;
      throw new DomainError('TOO_LONG', sentence, ['month']);
    }
    return this.read(act, asked, run, await this.head(act, asked, run, totals));
  }

  /** How many lines there are. @throws {DomainError} See {@link rows}. */
  async count(act: Act, asked: BillFileAsked): Promise<number> {
    return countOf((await this.found(act, asked)).totals);
  }

  private async found(act: Act, asked: BillFileAsked): Promise<{ run: ChargeRunEntity; totals: Total[] }> {
    assertReadsBills(act.viewer);
    await this.bills.assertAsked(asked);
    const run = await this.bills.run(asked);
    const totals = run ? await this.totals(act, asked, run) : [];
    if (run && totals.length > 0) return { run, totals };
    const sentence = 'No line of this month is about something that you have or pay for.';
    throw new DomainError('NOT_FOUND', sentence, ['month']);
  }

  private async *read(
    act: Act,
    asked: BillFileAsked,
    run: ChargeRunEntity,
    head: string[][],
  ): AsyncGenerator<FileCell[]> {
    for (const cells of head) yield cells.map((text) => ({ text, isNumber: false }));
    yield FOCUS_COLUMNS.map(({ name }) => ({ text: name, isNumber: false }));
    let last: Row | null = null;
    do {
      const rows: Row[] = await this.page(act, asked, run, last);
      for (const row of rows)
        yield FOCUS_COLUMNS.map(({ value, isNumber }) => ({ text: value(exact(row)), isNumber: isNumber === true }));
      last = rows.length < BATCH ? null : rows.at(-1)!;
    } while (last);
    const now = await this.database.read.findOneByOrFail(ChargeRunEntity, { id: run.id });
    // Half of the file would be of before, and half of after.
    if (now.version !== run.version && now.state === 'open')
      throw new DomainError('STALE', 'The month was reckoned anew meanwhile; ask for the file again.', ['month']);
  }

  private async head(act: Act, { unitId, by, groupId, month }: BillFileAsked, run: ChargeRunEntity, totals: Total[]) {
    const [{ zone, unit, group }] = await this.database.read.query(
      `SELECT e.time_zone AS zone, (SELECT name FROM business_unit WHERE id = $1) AS unit, (SELECT name FROM ${TABLES[by]} WHERE id = $2) AS "group"
         FROM enterprise e`,
      [unitId, groupId],
    );
    return [
      ['Bill', month],
      ['State', run.state === 'closed' ? 'Closed' : 'Not yet closed'],
      ['Unit', unit ?? 'Every unit that you read'],
      ...(groupId === null ? [] : [[by === 'service' ? 'Service' : by === 'plan' ? 'Plan' : 'Only unit', group]]),
      ['Periods in', zone],
      ['Generated at', act.at.toISOString()],
      ['Data as of', run.reckonedAt.toISOString()],
      ['Columns', `FOCUS ${FOCUS_VERSION}`],
      ...totals.map(({ amount, currency }) => [`Total ${currency}`, amount]),
      [],
    ] as string[][];
  }

  private async totals(act: Act, asked: BillFileAsked, run: ChargeRunEntity): Promise<Total[]> {
    const parameters = new Parameters();
    const rows: Total[] = await this.database.read.query(
      `SELECT l.currency, sum(l.amount)::text AS amount, count(*)::int AS lines ${among(act, asked, run, parameters)} GROUP BY 1 ORDER BY 1`,
      parameters.values,
    );
    return rows.map((total) => ({ ...total, amount: inCurrencyDigits(total.amount, total.currency) }));
  }

  private page(act: Act, asked: BillFileAsked, run: ChargeRunEntity, last: Row | null): Promise<Row[]> {
    const parameters = new Parameters();
    const from = among(act, asked, run, parameters, NAMED);
    const key = last && [last.unitId, last.subscriptionId, last.caseId].map((id) => `${parameters.add(id)}::uuid`);
    return this.database.read.query(
      `${LINES} ${from}${key ? ` AND (l.unit_id, l.subscription_id, l.case_id) > (${key.join(', ')})` : ''}
        ORDER BY l.unit_id, l.subscription_id, l.case_id LIMIT ${BATCH}`,
      parameters.values,
    );
  }
}

interface Total {
  amount: string;
  currency: string;
  lines: number;
}

const countOf = (totals: readonly Total[]) => totals.reduce((sum, { lines }) => sum + lines, 0);

const TABLES: Record<BillGrouping, string> = { service: 'service', plan: 'plan', unit: 'business_unit' };

function among(
  { viewer }: Act,
  asked: BillFileAsked,
  run: ChargeRunEntity,
  parameters: Parameters,
  named = '',
): string {
  const visible = visibleLines(viewer, asked.unitId, parameters);
  const of = `${parameters.is('l.run_id', run.id)} AND ${visible}${groupIs(asked, parameters)}`;
  return `FROM bill_line l JOIN charge_run r ON r.id = l.run_id ${named} WHERE ${of}`;
}

/** With the digits of the currency, and without zeros that say nothing. */
function exact(row: Row): Row {
  const plain = (value: string) => new Decimal(value).toFixed();
  return {
    ...row,
    amount: inCurrencyDigits(row.amount, row.currency),
    quantity: plain(row.quantity),
    unitPrice: plain(row.unitPrice),
  };
}
