import type { OrderKind, OrderState } from '@accord/domain';
import type { StoredStep } from '../performance/results/stored-judgement.js';
import type { PinnedPrice } from './order.entity.js';

/** An order with what decides who reads and moves it. */
export interface OrderRow {
  id: string;
  number: number;
  kind: OrderKind;
  state: OrderState;
  stateSince: Date;
  planId: string;
  serviceId: string;
  currency: string;
  /** The plan's version that was looked at; the pinned one from submission on. */
  planVersion: number;
  /** See `Order.version`. */
  version: number;
  quantity: number;
  unitId: string;
  requesterId: string;
  beneficiaryId: string;
  reason: string;
  draftedAt: Date;
  submittedAt: Date | null;
  /** As pinned at submission; null in a draft. */
  prices: PinnedPrice[] | null;
  oneOff: string | null;
  monthly: string | null;
  total: string | null;
  costExplanation: StoredStep[] | null;
  budgetId: string | null;
  deliveryHours: string | null;
  deliveryCalendarVersionId: string | null;
  deliveredAt: Date | null;
  decidedById: string | null;
  decidedAt: Date | null;
  decisionReason: string | null;
  approverIds: string[];
  teamId: string | null;
  assigneeId: string | null;
}

/** Of a draft, its plan as it is now counts. */
const VERSION = `o.changes + CASE WHEN o.submitted_at IS NULL THEN p.version ELSE o.plan_version END`;

const ORDER_COLUMNS = `
  o.id, o.number, o.kind, o.state, o.state_since AS "stateSince", o.plan_id AS "planId", p.service_id AS "serviceId",
  p.currency, o.plan_version AS "planVersion", ${VERSION} AS version, o.quantity, o.unit_id AS "unitId",
  o.requester_id AS "requesterId", o.beneficiary_id AS "beneficiaryId", o.reason, o.drafted_at AS "draftedAt",
  o.submitted_at AS "submittedAt", o.prices, o.one_off AS "oneOff", o.monthly, o.total,
  o.cost_explanation AS "costExplanation", o.budget_id AS "budgetId", o.delivery_hours AS "deliveryHours",
  o.delivery_calendar_version_id AS "deliveryCalendarVersionId", o.delivered_at AS "deliveredAt",
  o.decided_by_id AS "decidedById", o.decided_at AS "decidedAt", o.decision_reason AS "decisionReason",
  ARRAY(SELECT a.person_id FROM order_approver a WHERE a.order_id = o.id ORDER BY a.person_id)::text[] AS "approverIds",
  t.team_id AS "teamId", t.assignee_id AS "assigneeId"`;

/** Orders `o` with their plan `p` and task `t`. */
export const ORDER_TABLES = `service_order o JOIN plan p ON p.id = o.plan_id LEFT JOIN fulfilment_task t ON t.order_id = o.id`;

export const ORDERS = `SELECT ${ORDER_COLUMNS} FROM ${ORDER_TABLES}`;
