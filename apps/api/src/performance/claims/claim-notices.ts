import { CLAIM_MOVES, type ClaimMove, moneyInWords, periodName } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notices } from '../../people/notices/notices.js';
import type { PublicAct } from '../../platform/act/act.js';
import type { ClaimEntity } from './claim.entity.js';

/** Who may act on a claim by a role for its party itself; whoever manages everything finds it in the list. */
const PARTIES = `
  SELECT a.name, a.kind = 'sla' AS "isOurs",
      ARRAY(SELECT h.person_id FROM holding h WHERE a.kind = 'sla' AND h.role = 'budgetOwner' AND h.unit_id IN (
        WITH RECURSIVE path AS (
          SELECT id, parent_id FROM business_unit WHERE id = a.customer_id
          UNION ALL SELECT u.id, u.parent_id FROM path JOIN business_unit u ON u.id = path.parent_id
        ) SELECT id FROM path))::text[] AS customers,
      ARRAY(SELECT h.person_id FROM holding h WHERE h.role = CASE a.kind WHEN 'sla' THEN 'serviceManager' ELSE 'vendorManager' END
        AND (h.scope_kind = 'organisation' OR h.provider_id = a.provider_id OR h.service_id IN (
          SELECT c.service_id FROM commitment c WHERE c.agreement_id = a.id)))::text[] AS managers,
      ARRAY(SELECT h.person_id FROM holding h WHERE h.role = 'providerContact' AND h.provider_id = a.provider_id)::text[] AS contacts
    FROM agreement a WHERE a.id = $1`;

const HOLDING = `
  WITH holding AS (
    SELECT r.* FROM role_assignment r JOIN person p ON p.id = r.person_id AND p.ended_at IS NULL
      CROSS JOIN (SELECT ($2::timestamptz AT TIME ZONE time_zone)::date AS day FROM enterprise) today
     WHERE r.state = 'approved' AND r.ended_at IS NULL AND day BETWEEN r.from_date AND coalesce(r.to_date, 'infinity')
  )`;

interface Parties {
  name: string;
  isOurs: boolean;
  customers: string[];
  managers: string[];
  contacts: string[];
}

/** Who is told what of a claim. */
@Injectable()
export class ClaimNotices {
  constructor(private readonly notices: Notices) {}

  /** Those to whom it is owed. */
  async claimable(tx: EntityManager, act: PublicAct, claim: ClaimEntity): Promise<void> {
    const parties = await partiesOf(tx, act, claim);
    const facts = { ...factsOf(parties, claim), ...(claim.lastDay && { until: claim.lastDay }) };
    await this.notices.tell(tx, act, {
      kind: 'creditClaimable',
      to: claimants(parties),
      subject: subjectOf(claim),
      facts,
    });
  }

  /** Those to whom it is owed: after this day nothing more can be asked for. */
  async dueSoon(tx: EntityManager, act: PublicAct, claim: ClaimEntity): Promise<void> {
    await this.tellClaimants(tx, act, claim, 'claimDueSoon');
  }

  async expired(tx: EntityManager, act: PublicAct, claim: ClaimEntity): Promise<void> {
    await this.tellClaimants(tx, act, claim, 'claimExpired');
  }

  /** Everybody on either side; what its own side thinks of giving it up, only its own side. */
  async moved(
    tx: EntityManager,
    act: PublicAct,
    claim: ClaimEntity,
    move: ClaimMove,
    reason: string | null,
  ): Promise<void> {
    const parties = await partiesOf(tx, act, claim);
    const debtors = parties.isOurs ? parties.managers : parties.contacts;
    const isInternal = move === 'askWaiver' || move === 'refuseWaiver';
    const to = isInternal ? claimants(parties) : [...claimants(parties), ...debtors];
    const by = act.viewer ? { by: act.viewer.name } : {};
    const facts = { ...factsOf(parties, claim), done: CLAIM_MOVES[move].done, ...by, ...(reason && { reason }) };
    await this.notices.tell(tx, act, { kind: 'claimMoved', to, subject: subjectOf(claim), facts });
  }

  /** Who owes it: nobody was charged for what it is about, so that it is theirs to credit. */
  async unbilled(tx: EntityManager, act: PublicAct, claim: ClaimEntity): Promise<void> {
    const parties = await partiesOf(tx, act, claim);
    const facts = factsOf(parties, claim);
    await this.notices.tell(tx, act, {
      kind: 'creditUnbilled',
      to: parties.managers,
      subject: subjectOf(claim),
      facts,
    });
  }

  private async tellClaimants(
    tx: EntityManager,
    act: PublicAct,
    claim: ClaimEntity,
    kind: 'claimDueSoon' | 'claimExpired',
  ): Promise<void> {
    const parties = await partiesOf(tx, act, claim);
    const facts = { ...factsOf(parties, claim), until: claim.lastDay! };
    await this.notices.tell(tx, act, { kind, to: claimants(parties), subject: subjectOf(claim), facts });
  }
}

const claimants = ({ isOurs, customers, managers }: Parties): string[] => (isOurs ? customers : managers);

const subjectOf = ({ id }: ClaimEntity) => ({ type: 'claim', id });

const factsOf = ({ name }: Parties, { period, amount, currency }: ClaimEntity) => ({
  agreement: name,
  period: periodName(period),
  amount: moneyInWords(amount, currency),
});

/** Of an agreement, by roles in force at the time. */
export async function partiesOf(
  tx: EntityManager,
  { at }: PublicAct,
  { agreementId }: Pick<ClaimEntity, 'agreementId'>,
): Promise<Parties> {
  const [parties]: Parties[] = await tx.query(`${HOLDING} ${PARTIES}`, [agreementId, at]);
  return parties!;
}
