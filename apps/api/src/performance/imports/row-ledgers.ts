import type { MeasuredKind } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { OutageReports } from '../outages/reports/outage-reports.js';
import type { StoreRows } from './ledger.js';
import { storeAnswers } from './answer-ledger.js';
import { storeMeasurements } from './measurement-ledger.js';
import { storeOutages } from './outage-ledger.js';
import type { MeasuredRow } from './row-reader.js';
import { storeTickets } from './ticket-ledger.js';

/** Where the rows of a file go, by what they tell of. */
@Injectable()
export class RowLedgers {
  constructor(private readonly reports: OutageReports) {}

  storeOf(kind: MeasuredKind): StoreRows<MeasuredRow> {
    if (kind === 'tickets') return storeTickets as StoreRows<MeasuredRow>;
    if (kind === 'outages') return storeOutages(this.reports) as StoreRows<MeasuredRow>;
    if (kind === 'answers') return storeAnswers as StoreRows<MeasuredRow>;
    return storeMeasurements as StoreRows<MeasuredRow>;
  }
}
