import { BillChangeEntity } from './bill-change.entity.js';
import { BillFileEntity } from './bill-file.entity.js';
import { ChargeCaseEntity } from './charge-case.entity.js';
import { ChargeDisputeEntity } from './charge-dispute.entity.js';
import { ChargeLineEntity } from './charge-line.entity.js';
import { ChargeRunEntity } from './charge-run.entity.js';

export const chargeEntities = [
  ChargeRunEntity,
  ChargeDisputeEntity,
  ChargeCaseEntity,
  ChargeLineEntity,
  BillChangeEntity,
  BillFileEntity,
];
