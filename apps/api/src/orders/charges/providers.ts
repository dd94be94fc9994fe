import { BillGroupResolver, BillResolver, ChargeLineResolver } from './bill.resolver.js';
import { BillExport } from './bill-export.js';
import { BillFileResolver } from './bill-file.resolver.js';
import { BillFiles } from './bill-files.js';
import { Bills } from './bills.js';
import { ChargeDisputeResolver } from './charge-dispute.resolver.js';
import { ChargeDisputes } from './charge-disputes.js';
import { ChargeRunResolver } from './charge-run.resolver.js';
import { ChargeRuns } from './charge-runs.js';
import { SubscriptionMonthsResolver } from './subscription-months.js';

export const chargeProviders = [
  ChargeRuns,
  ChargeDisputes,
  Bills,
  BillExport,
  BillFiles,
  BillFileResolver,
  ChargeRunResolver,
  BillResolver,
  BillGroupResolver,
  ChargeLineResolver,
  ChargeDisputeResolver,
  SubscriptionMonthsResolver,
];
