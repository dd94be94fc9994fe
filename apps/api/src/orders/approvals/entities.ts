import { ApprovalDecisionEntity } from './approval-decision.entity.js';
import { ApprovalSeatEntity } from './approval-seat.entity.js';
import { ApprovalStageEntity } from './approval-stage.entity.js';
import { ApprovalSubstituteEntity } from './approval-substitute.entity.js';
import { UnitApprovalRuleEntity } from './unit-approval-rule.entity.js';

export const approvalEntities = [
  UnitApprovalRuleEntity,
  ApprovalSubstituteEntity,
  ApprovalStageEntity,
  ApprovalSeatEntity,
  ApprovalDecisionEntity,
];
