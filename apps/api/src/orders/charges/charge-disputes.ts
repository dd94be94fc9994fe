import {
  assertCanAnswerDispute,
  assertGivenBack,
  assertOpenDispute,
  canAnswerDispute,
  canDisputeCharge,
  canSeeSubscription,
  DomainError,
  inCurrencyDigits,
  moneyInWords,
  monthOf,
  mostGivenBack,
  reasonOf,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { locked } from '../../people/locked.js';
import { Notices } from '../../people/notices/notices.js';
import { todayOf } from '../../people/today.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { refusing } from '../../platform/database/refusing.js';
import { uuidv7 } from '../../platform/uuid.js';
import { ChargeDisputeEntity } from './charge-dispute.entity.js';
import { lineIdOf, readLineId } from './line-id.js';

interface DisputedLine {
  runId: string;
  caseId: string;
  subscriptionId: string;
  amount: string;
  currency: string;
  label: string;
  state: string;
  fromDate: string;
  serviceId: string;
  serviceOwnerId: string | null;
  unitId: string;
  unit: string;
  ownerId: string;
  beneficiaryId: string;
}

const LINE = `
  SELECT l.run_id AS "runId", l.case_id AS "caseId", l.subscription_id AS "subscriptionId", l.amount::text, l.currency, l.label, r.state, r.from_date::text AS "fromDate", l.service_id AS "serviceId",
      v.owner_id AS "serviceOwnerId", l.unit_id AS "unitId", u.name AS unit, s.owner_id AS "ownerId",
      s.beneficiary_id AS "beneficiaryId"
    FROM bill_line l JOIN charge_run r ON r.id = l.run_id JOIN subscription s ON s.id = l.subscription_id
      JOIN business_unit u ON u.id = l.unit_id JOIN service v ON v.id = l.service_id
   WHERE l.run_id = (SELECT run_id FROM charge_case WHERE id = $1) AND l.case_id = $1 AND l.subscription_id = $2`;

const FINANCE = `
  SELECT DISTINCT person_id::text AS id FROM role_assignment
   WHERE role = 'btOffice' AND scope_kind = 'organisation' AND state = 'approved' AND ended_at IS NULL
     AND from_date <= $1::date AND (to_date IS NULL OR to_date >= $1::date)`;

/** Of the price and month of a line: what was charged and corrected, also where that month is still open; and given back. */
const SAME_PRICE = `
  SELECT coalesce(array_agg(l.amount::text) FILTER (WHERE l.dispute_id IS NULL), '{}') AS posted,
      coalesce(array_agg(d.amount::text) FILTER (WHERE d.state = 'accepted'), '{}') AS "givenBack"
    FROM bill_line one JOIN bill_line l ON l.subscription_id = one.subscription_id
        AND (l.plan_id, l.kind, l.label) = (one.plan_id, one.kind, one.label)
        AND (l.per, l.unit_name) IS NOT DISTINCT FROM (one.per, one.unit_name)
      LEFT JOIN charge_dispute d ON (d.case_id, d.subscription_id) = (l.case_id, l.subscription_id)
   WHERE (one.run_id, one.case_id, one.subscription_id) = ($1, $2, $3)
     AND CASE l.origin WHEN 'charge' THEN l.run_id WHEN 'correction' THEN l.corrects_run_id END
       = coalesce(one.corrects_run_id, one.run_id)`;

/** What somebody does not agree with on a closed bill. What is given back is a line of the month that is open then. */
@Injectable()
export class ChargeDisputes {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly notices: Notices,
  ) {}

  /** @throws {DomainError} When the viewer may not, the month is not closed, or it is disputed already. */
  dispute(act: Act, lineId: string, reason: string): Promise<ChargeDisputeEntity> {
    return this.database.transaction(async (tx) => {
      const line = await lineOf(tx, lineId);
      if (!line || !canSeeSubscription(act.viewer, line))
        throw new DomainError('NOT_FOUND', 'There is no such line.', ['lineId']);
      if (!canDisputeCharge(act.viewer, line))
        throw new DomainError('FORBIDDEN', 'Only who pays or has it disputes what it cost.', ['lineId']);
      if (line.state !== 'closed')
        throw new DomainError('NOT_CLOSED', 'This month is still reckoned anew; wait until it is closed.', ['lineId']);
      if (line.amount.startsWith('-') || /^0*(\.0*)?$/.test(line.amount))
        throw new DomainError('NOTHING_CHARGED', 'This line charges nothing.', ['lineId']);
      const dispute = tx.create(ChargeDisputeEntity, {
        id: uuidv7(act.at),
        runId: line.runId,
        unitId: line.unitId,
        subscriptionId: line.subscriptionId,
        caseId: line.caseId,
        state: 'open',
        reason: reasonOf(reason),
        byId: act.viewer.personId,
        at: act.at,
        answer: null,
        answeredById: null,
        answeredAt: null,
        amount: null,
      });
      const twice = new DomainError('DISPUTED_ALREADY', 'This line is disputed already, or something was given back.', [
        'lineId',
      ]);
      await refusing('charge_dispute_line_key', twice, () => tx.insert(ChargeDisputeEntity, dispute));
      await this.audit.record(
        tx,
        act,
        'chargeDispute.opened',
        { type: 'chargeDispute', id: dispute.id },
        null,
        dispute,
      );
      const finance: { id: string }[] = await tx.query(FINANCE, [await todayOf(tx, act.at)]);
      const to = [...finance.map(({ id }) => id), ...(line.serviceOwnerId ? [line.serviceOwnerId] : [])];
      const facts = { unit: line.unit, month: monthOf(line.fromDate), line: lineName(line), by: act.viewer.name };
      await this.notices.tell(tx, act, {
        kind: 'dispute',
        to,
        subject: { type: 'chargeDispute', id: dispute.id },
        facts,
      });
      return dispute;
    });
  }

  /** @param amount What is given back; null = the whole line. Counts only when it is accepted. */
  answer(
    act: Act,
    id: string,
    { accepted, amount, answer }: { accepted: boolean; amount: string | null; answer: string },
  ): Promise<ChargeDisputeEntity> {
    return this.database.transaction(async (tx) => {
      const { dispute, line } = await this.lockedOf(tx, act, id);
      assertCanAnswerDispute(act.viewer, { ...line, byId: dispute.byId });
      assertOpenDispute(dispute.state);
      const back = accepted ? await this.givenBack(tx, line, amount) : null;
      const change = { answer: reasonOf(answer), answeredById: act.viewer.personId, amount: back };
      await this.end(tx, act, dispute, accepted ? 'accepted' : 'refused', change);
      const facts = { month: monthOf(line.fromDate), line: lineName(line), answer: change.answer };
      const subject = { type: 'chargeDispute', id };
      await this.notices.tell(tx, act, { kind: 'disputeAnswered', to: [dispute.byId], subject, facts });
      return dispute;
    });
  }

  /** What no correction has given back yet: until then no month is reckoned, and none that is reckoned is closed. */
  private async givenBack(tx: EntityManager, line: DisputedLine, wished: string | null): Promise<string> {
    await tx.query('LOCK TABLE charge_run IN ROW EXCLUSIVE MODE');
    await tx.query(`SELECT FROM charge_run WHERE state <> 'closed' ORDER BY id FOR SHARE`);
    const same = [line.runId, line.caseId, line.subscriptionId];
    const [{ posted, givenBack }]: [{ posted: string[]; givenBack: string[] }] = await tx.query(SAME_PRICE, same);
    const most = { amount: mostGivenBack(line.amount, posted, givenBack), currency: line.currency };
    const amount = wished ?? inCurrencyDigits(most.amount, most.currency);
    assertGivenBack(amount, most);
    return amount;
  }

  withdraw(act: Act, id: string): Promise<ChargeDisputeEntity> {
    return this.database.transaction(async (tx) => {
      const { dispute } = await this.lockedOf(tx, act, id);
      if (dispute.byId !== act.viewer.personId)
        throw new DomainError('FORBIDDEN', 'Only who disputes a line withdraws that.', ['id']);
      assertOpenDispute(dispute.state);
      await this.end(tx, act, dispute, 'withdrawn', {});
      return dispute;
    });
  }

  private async lockedOf(tx: EntityManager, { viewer }: Act, id: string) {
    const dispute = await locked(tx, ChargeDisputeEntity, id, 'dispute');
    const line = (await lineOf(tx, lineIdOf(dispute)))!;
    const isPart = viewer.personId === dispute.byId || canAnswerDispute(viewer, { ...line, byId: dispute.byId });
    if (!isPart && !canSeeSubscription(viewer, line))
      throw new DomainError('NOT_FOUND', 'There is no such dispute.', ['id']);
    return { dispute, line };
  }

  private async end(
    tx: EntityManager,
    act: Act,
    dispute: ChargeDisputeEntity,
    state: 'accepted' | 'refused' | 'withdrawn',
    change: Partial<ChargeDisputeEntity>,
  ): Promise<void> {
    const before = { ...dispute };
    Object.assign(dispute, change, { state, answeredAt: act.at });
    await tx.update(ChargeDisputeEntity, { id: dispute.id }, { ...change, state, answeredAt: act.at });
    await this.audit.record(
      tx,
      act,
      `chargeDispute.${state}`,
      { type: 'chargeDispute', id: dispute.id },
      before,
      dispute,
    );
  }
}

const lineName = ({ label, amount, currency }: DisputedLine) => `${label}, ${moneyInWords(amount, currency)}`;

async function lineOf(tx: EntityManager, id: string): Promise<DisputedLine | null> {
  const key = readLineId(id);
  const [line]: DisputedLine[] = key ? await tx.query(LINE, [key.caseId, key.subscriptionId]) : [];
  return line ?? null;
}
