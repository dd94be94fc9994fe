import { assertCanRecordSomeUsage, type DomainError, type UsageRow } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Chunk, readChunks, type RowFault, type Told } from '../../performance/ingestion/read-chunks.js';
import { emptyReceipt, type Receipt, refuseRows } from '../../performance/ingestion/receipt.js';
import type { SentRows } from '../../performance/ingestion/sent-rows.js';
import { storeStream } from '../../performance/ingestion/store-stream.js';
import { Turns } from '../../performance/ingestion/turns.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { sourceOfUsage, USAGE_READERS, useOf } from './told-usage.js';
import { type MeasuredUse, UsageRecords } from './usage-records.js';

/** Each holds a connection to the database; whoever waits is not read from. */
const AT_ONCE = 2;

/** Takes in from machines what was used. */
@Injectable()
export class UsageIngestion {
  private readonly turns = new Turns(AT_ONCE);

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly records: UsageRecords,
  ) {}

  /**
   * Records what is new, durably, and says what became of each row: what is refused leaves the rest as it is. Sent again,
   * what is there is there once.
   *
   * @throws {DomainError} When the viewer records usage of nothing, or the body is unfit; nothing is recorded then.
   */
  async take(act: Act, { source, format, body }: SentRows): Promise<Receipt> {
    assertCanRecordSomeUsage(act.viewer);
    const name = sourceOfUsage(source);
    return this.turns.take(() =>
      storeStream(this.database, readChunks(body, format, USAGE_READERS), async (tx, coming) => {
        const receipt = emptyReceipt();
        for await (const chunk of coming) await this.add(tx, act, name, chunk, receipt);
        const { accepted, corrected, duplicate: known, refused } = receipt;
        const recorded = accepted + corrected;
        const told = { source: name, recorded, known, refused };
        if (recorded > 0)
          await this.audit.record(tx, act, 'usage.ingested', { type: 'usageSource', id: name }, null, told);
        return receipt;
      }),
    );
  }

  private async add(
    tx: EntityManager,
    act: Act,
    source: string,
    { rows, faults }: Chunk<UsageRow>,
    receipt: Receipt,
  ): Promise<void> {
    const taken = await this.records.take(
      tx,
      act,
      source,
      rows.map(({ row }) => useOf(row)),
    );
    const refused = [...faults];
    for (const [i, row] of taken.entries()) {
      if ('refusal' in row) refused.push(faultOf(rows[i]!, row.refusal));
      else if (!row.isNew) receipt.duplicate += 1;
      else if (row.usage.correctsId) receipt.corrected += 1;
      else receipt.accepted += 1;
    }
    refuseRows(receipt, refused);
  }
}

const COLUMN: Partial<Record<string, keyof UsageRow>> = {
  subscriptionId: 'subscription',
  unitName: 'unit',
  externalId: 'id',
  day: 'day',
  quantity: 'quantity',
  corrects: 'corrects',
} satisfies Partial<Record<keyof MeasuredUse, keyof UsageRow>>;

function faultOf({ line, row }: Told<UsageRow>, { field, message }: DomainError): RowFault {
  const column = COLUMN[field?.[0] ?? ''] ?? null;
  return { line, column, value: column && row[column], reason: message };
}
