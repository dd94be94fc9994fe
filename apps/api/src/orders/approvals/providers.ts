import { ApprovalMoves } from './approval-moves.js';
import { ApprovalMutationsResolver } from './approval-mutations.resolver.js';
import { ApprovalNotices } from './approval-notices.js';
import { ApprovalReminders } from './approval-reminders.js';
import { ApprovalStages } from './approval-stages.js';
import {
  ApprovalSeatResolver,
  ApprovalStageResolver,
  OrderApprovalResolver,
  PlannedStageResolver,
} from './approval.resolver.js';
import { Approvals } from './approvals.js';
import { ApproverSearch } from './approver-search.js';
import { ProviderApprovalResolver } from './provider-approval.resolver.js';
import { ProviderApprovals } from './provider-approvals.js';
import { SubstituteNotices } from './substitute-notices.js';
import { SubstituteResolver } from './substitute.resolver.js';
import { Substitutes } from './substitutes.js';
import { UnitApprovalRuleResolver, UnitStagesResolver } from './unit-approval-rule.resolver.js';
import { UnitApprovalRules } from './unit-approval-rules.js';

/** Everything by which orders are approved. */
export const approvalProviders = [
  Approvals,
  ApprovalStages,
  ApprovalNotices,
  ApproverSearch,
  ApprovalMoves,
  ApprovalReminders,
  ProviderApprovals,
  SubstituteNotices,
  Substitutes,
  UnitApprovalRules,
  OrderApprovalResolver,
  ApprovalStageResolver,
  ApprovalSeatResolver,
  PlannedStageResolver,
  ApprovalMutationsResolver,
  ProviderApprovalResolver,
  SubstituteResolver,
  UnitApprovalRuleResolver,
  UnitStagesResolver,
];
