import type { ChargedLine } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { copyText } from '../../performance/imports/copy-text.js';
import { uuidv7 } from '../../platform/uuid.js';
import type { ChargeOrigin } from './charge-case.entity.js';

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
  claimId?: string;
}

const CASE_COLUMNS = [
  ...[
    'id',
    'run_id',
    'origin',
    'corrects_run_id',
    'dispute_id',
    'credit_id',
    'claim_id',
    'plan_id',
    'plan_version',
    'kind',
    'label',
  ],
  ...['per', 'unit_name', 'from_date', 'to_date', 'quantity', 'unit_price', 'amount', 'currency', 'explanation'],
];

const COLUMNS = ['run_id', 'unit_id', 'subscription_id', 'case_id', 'service_id'];

/** Cases and lines of a run as COPY reads them, collected until they are written together. */
export class LineWriter {
  private cases: string[] = [];
  private lines: string[] = [];

  constructor(
    private readonly tx: EntityManager,
    private readonly runId: string,
    private readonly at: Date,
  ) {}

  /** @returns The id of what everybody has in common who has this line. */
  case({ origin, correctsRunId, disputeId, creditId, claimId }: LineOrigin, line: ChargedLine): string {
    const { planId, planVersion, kind, label, per, unitName, from, to, quantity, unitPrice } = line;
    const { amount, currency, explanation } = line;
    const id = uuidv7(this.at);
    const cells = [
      id,
      this.runId,
      origin,
      correctsRunId,
      disputeId,
      creditId,
      claimId,
      planId,
      planVersion,
      kind,
      label,
      per,
    ];
    const rest = [unitName, from, to, quantity, unitPrice, amount, currency, JSON.stringify(explanation)];
    this.cases.push(`${[...cells, ...rest].map(cell).join('\t')}\n`);
    return id;
  }

  add({ subscriptionId, unitId, serviceId }: LinePlace, caseId: string): void {
    this.lines.push(`${this.runId}\t${unitId}\t${subscriptionId}\t${caseId}\t${serviceId}\n`);
  }

  async write(): Promise<void> {
    const [cases, lines] = [this.cases.join(''), this.lines.join('')];
    [this.cases, this.lines] = [[], []];
    if (cases !== '') await copyText(this.tx, 'charge_case', CASE_COLUMNS, cases);
    if (lines !== '') await copyText(this.tx, 'charge_line', COLUMNS, lines);
  }
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const cell = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '\\N' : String(value).replace(/[\\\t\n\r]/g, (found) => ESCAPES[found]!);
