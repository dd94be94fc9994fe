import type { OrderState, TaskStanding } from '@accord/domain';
import { TRIED_AGAIN } from './fulfilment/tried-again.js';
import { STANDS_IN } from './approvals/stands-in.js';

/** An order with what decides who reads and moves it. */
export interface OrderRow {
  id: string;
  number: number;
  state: OrderState;
  stateSince: Date;
  resumesAs: OrderState | null;
  cancellationAsked: boolean;
  /** See `Order.version`. */
  version: number;
  unitId: string;
  requesterId: string;
  beneficiaryId: string;
  subscriberIds: string[];
  reason: string;
  startOn: string | null;
  /** Only of a draft. */
  bundleAnswers: object | null;
  draftedAt: Date;
  submittedAt: Date | null;
  /** As pinned at submission; null in a draft. */
  currency: string | null;
  oneOff: string | null;
  monthly: string | null;
  total: string | null;
  budgetId: string | null;
  acceptBy: Date | null;
  decidedById: string | null;
  decidedAt: Date | null;
  decisionReason: string | null;
  approverIds: string[];
  teamIds: string[];
  tasks: TaskStanding[];
  requesterLeft: boolean;
  beneficiaryLeft: boolean;
}

/** Of a draft, its plans as they are now count. */
const VERSION = `o.changes + coalesce((
  SELECT sum(CASE WHEN o.submitted_at IS NULL THEN p.version ELSE i.plan_version END)
    FROM order_item i JOIN plan p ON p.id = i.plan_id WHERE i.order_id = o.id), 0)::int`;

const TEAMS = `ARRAY(SELECT DISTINCT t.team_id FROM fulfilment_task t WHERE t.order_id = o.id ORDER BY t.team_id)::text[]`;

/** What is not done, without what was tried again since. */
const TASKS = `coalesce((
  SELECT json_agg(json_build_object('teamId', t.team_id, 'state', t.state, 'assigneeId', p.id,
      'isAutomatic', t.webhook IS NOT NULL, 'isUndo', t.undoes_id IS NOT NULL) ORDER BY t.id)
    FROM fulfilment_task t LEFT JOIN person p ON p.id = t.assignee_id AND p.ended_at IS NULL
   WHERE t.order_id = o.id AND t.state IN ('waiting', 'open', 'started', 'failed') AND NOT ${TRIED_AGAIN}), '[]')`;

const hasLeft = (column: string) => `(SELECT p.ended_at IS NOT NULL FROM person p WHERE p.id = o.${column})`;

/** Everybody who was asked, to whom it was handed, who decided, or who stood in for them while it was asked. */
const APPROVERS = `ARRAY(
  SELECT DISTINCT asked.person_id FROM approval_stage s JOIN approval_seat t ON t.stage_id = s.id AND t.left_at IS NULL AND t.lost_at IS NULL,
    LATERAL (
      SELECT t.person_id UNION ALL SELECT t.delegate_id
      UNION ALL SELECT d.by_id FROM approval_decision d WHERE d.stage_id = s.id AND d.person_id = t.person_id
      UNION ALL SELECT b.substitute_id FROM approval_substitute b WHERE b.person_id = t.person_id AND ${STANDS_IN}
    ) asked (person_id)
   WHERE s.order_id = o.id AND asked.person_id IS NOT NULL ORDER BY asked.person_id)::text[]`;

/** Who has, and who answers for, the subscriptions that it is about. */
const SUBSCRIBERS = `ARRAY(
  SELECT DISTINCT who.id FROM order_item i JOIN subscription b ON b.id = i.subscription_id,
    LATERAL (VALUES (b.beneficiary_id), (b.owner_id)) who(id)
   WHERE i.order_id = o.id AND i.kind <> 'subscribe' ORDER BY who.id)::text[]`;

/** Orders `o`. */
export const ORDERS = `
  SELECT o.id, o.number, o.state, o.state_since AS "stateSince", o.resumes_as AS "resumesAs",
    o.cancellation_asked AS "cancellationAsked", ${VERSION} AS version, o.unit_id AS "unitId",
    o.requester_id AS "requesterId", o.beneficiary_id AS "beneficiaryId", o.reason, o.start_on::text AS "startOn",
    o.bundle_answers AS "bundleAnswers", o.drafted_at AS "draftedAt", o.submitted_at AS "submittedAt", o.currency, o.one_off AS "oneOff", o.monthly, o.total,
    o.budget_id AS "budgetId", o.accept_by AS "acceptBy", o.decided_by_id AS "decidedById",
    o.decided_at AS "decidedAt", o.decision_reason AS "decisionReason",
    ${SUBSCRIBERS} AS "subscriberIds", ${APPROVERS} AS "approverIds",
    ${TEAMS} AS "teamIds", ${TASKS} AS tasks,
    ${hasLeft('requester_id')} AS "requesterLeft", ${hasLeft('beneficiary_id')} AS "beneficiaryLeft"
  FROM service_order o`;
