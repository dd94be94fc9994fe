import type { ChargedLine } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { copyText } from '../../performance/imports/copy-text.js';
import { uuidv7 } from '../../platform/uuid.js';
import type { ChargeOrigin } from './charge-line.entity.js';

/** Whose line it is. */
export interface LinePlace {
  subscriptionId: string;
  unitId: string;
  serviceId: string;
}

export interface LineOrigin {
  origin: ChargeOrigin;
  correctsRunId?: string;
  disputeId?: string;
  creditId?: string;
}

/** In the order of {@link lineText}. */
export const LINE_COLUMNS = [
  ...['origin', 'corrects_run_id', 'dispute_id', 'credit_id'],
  ...['plan_id', 'plan_version', 'kind', 'label', 'per', 'unit_name', 'from_date', 'to_date', 'quantity', 'unit_price'],
  ...['amount', 'currency', 'explanation'],
];

const COLUMNS = ['id', 'run_id', 'subscription_id', 'unit_id', 'service_id', ...LINE_COLUMNS];

/** Lines of a run as COPY reads them, collected until they are written together. */
export class LineWriter {
  private text: string[] = [];

  constructor(
    private readonly tx: EntityManager,
    private readonly runId: string,
    private readonly at: Date,
  ) {}

  /** @param line As {@link lineText} wrote it. */
  add({ subscriptionId, unitId, serviceId }: LinePlace, line: string): void {
    this.text.push(`${uuidv7(this.at)}\t${this.runId}\t${subscriptionId}\t${unitId}\t${serviceId}\t${line}\n`);
  }

  async write(): Promise<void> {
    if (this.text.length === 0) return;
    const text = this.text.join('');
    this.text = [];
    await copyText(this.tx, 'charge_line', COLUMNS, text);
  }
}

/** What of a line is the same for whoever has it. */
export function lineText({ origin, correctsRunId, disputeId, creditId }: LineOrigin, line: ChargedLine): string {
  const { planId, planVersion, kind, label, per, unitName, from, to, quantity, unitPrice } = line;
  const { amount, currency, explanation } = line;
  const said = [origin, correctsRunId, disputeId, creditId, planId, planVersion, kind, label, per, unitName, from, to];
  return [...said, quantity, unitPrice, amount, currency, JSON.stringify(explanation)].map(cell).join('\t');
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const cell = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '\\N' : String(value).replace(/[\\\t\n\r]/g, (found) => ESCAPES[found]!);
