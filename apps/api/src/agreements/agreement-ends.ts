import {
  decideProposal,
  DomainError,
  endAgreement,
  isPaidSince,
  type LocalDay,
  reasonOf,
  refuseProposal,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { countAdministratorsEver, lockRoles } from '../people/administrators.js';
import { proposedBy } from '../people/proposed-by.js';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { refusing } from '../platform/database/refusing.js';
import { uuidv7 } from '../platform/uuid.js';
import { AgreementEndEntity } from './agreement-end.entity.js';
import { agreementToChange } from './agreement-subject.js';
import { AgreementVersionEntity } from './agreement-version.entity.js';
import type { AgreementEntity } from './agreement.entity.js';
import { TermsInForce } from './terms-in-force.js';

/** The last days of agreements: one person asks for it, another decides. */
@Injectable()
export class AgreementEnds {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly termsInForce: TermsInForce,
  ) {}

  /**
   * @param on Its last day.
   * @throws {DomainError} When it has ended, a version starts later, a later period is closed, or another end waits.
   */
  propose(act: Act, agreementId: string, on: LocalDay, why: string): Promise<AgreementEntity> {
    return this.database.transaction(async (tx) => {
      const { agreement } = await agreementToChange(tx, act, agreementId);
      await shortenedBy(tx, agreement, on);
      const reason = reasonOf(why);
      const end = tx.create(AgreementEndEntity, {
        id: uuidv7(act.at),
        agreementId,
        lastDay: on,
        reason,
        ...proposedBy(act),
      });
      const waits = new DomainError('ALREADY_PROPOSED', 'An end of this agreement waits for its decision already.');
      await refusing('agreement_end_waiting_key', waits, () => tx.insert(AgreementEndEntity, end));
      await this.audit.record(tx, { ...act, reason }, 'agreement.endProposed', subjectOf(agreement), null, end);
      return agreement;
    });
  }

  /**
   * The agreement promises nothing after its last day.
   *
   * @throws {DomainError} As `propose`, or when no end waits, or the viewer proposed it, may not, or is paid by it.
   */
  approve(act: Act, agreementId: string): Promise<AgreementEntity> {
    return this.database.transaction(async (tx) => {
      const { agreement, subject } = await agreementToChange(tx, act, agreementId);
      await lockRoles(tx);
      const end = await waitingEnd(tx, agreementId);
      const { lastDay: on, reason } = end;
      const hasInterest = isPaidSince(act.viewer.personId, subject.paidTeams, on);
      const stakes = { hasInterest, administratorsEver: await countAdministratorsEver(tx, act.at) };
      const bootstrap = decideProposal(end, act.viewer, stakes) === 'bootstrap';
      const shortened = await shortenedBy(tx, agreement, on);
      await decide(tx, act, end, { state: 'approved', decisionReason: null, bootstrap });
      const before = { ...agreement, versions: shortened };
      Object.assign(agreement, { endedOn: on, endReason: reason });
      await tx.save(agreement);
      for (const version of shortened) await tx.update(AgreementVersionEntity, { id: version.id }, { effectiveTo: on });
      const after = { ...agreement, versions: shortened.map((version) => ({ ...version, effectiveTo: on })) };
      const how = { ...act, reason, ...(bootstrap && { mode: 'bootstrap' as const }) };
      await this.audit.record(tx, how, 'agreement.ended', subjectOf(agreement), before, after);
      await this.termsInForce.agreementChanged(tx, { agreementId, from: on }, act.at);
      return agreement;
    });
  }

  /** Whoever refuses their own takes it back. @throws {DomainError} When the viewer may not, or no end waits. */
  refuse(act: Act, agreementId: string, why: string): Promise<AgreementEntity> {
    return this.database.transaction(async (tx) => {
      const { agreement } = await agreementToChange(tx, act, agreementId);
      const end = await waitingEnd(tx, agreementId);
      const state = refuseProposal(end, act.viewer);
      const [before, reason] = [{ ...end }, reasonOf(why)];
      await decide(tx, act, end, { state, decisionReason: reason, bootstrap: false });
      const action = state === 'withdrawn' ? 'agreement.endWithdrawn' : 'agreement.endRefused';
      await this.audit.record(tx, { ...act, reason }, action, subjectOf(agreement), before, end);
      return agreement;
    });
  }
}

async function shortenedBy(tx: EntityManager, { id: agreementId, endedOn }: AgreementEntity, on: LocalDay) {
  const inForce = await tx.findBy(AgreementVersionEntity, { agreementId, state: 'inForce' });
  return endAgreement({ endedOn, inForce, closedTo: await closedTo(tx, agreementId) }, on);
}

/** Last day of the latest closed period of any of its commitments, which stay locked, so that none is closed meanwhile. */
async function closedTo(tx: EntityManager, agreementId: string): Promise<LocalDay | null> {
  await tx.query('SELECT FROM commitment WHERE agreement_id = $1 ORDER BY id FOR NO KEY UPDATE', [agreementId]);
  const [{ day }] = await tx.query(
    `SELECT max(((r.to_at - interval '1 ms') AT TIME ZONE r.time_zone)::date)::text AS day
     FROM period_result r JOIN commitment c ON c.id = r.commitment_id
     WHERE c.agreement_id = $1 AND r.state = 'frozen'`,
    [agreementId],
  );
  return day;
}

async function waitingEnd(tx: EntityManager, agreementId: string): Promise<AgreementEndEntity> {
  const end = await tx.findOneBy(AgreementEndEntity, { agreementId, state: 'proposed' });
  if (!end) throw new DomainError('ALREADY_DECIDED', 'No end of this agreement waits for a decision.');
  return end;
}

async function decide(
  tx: EntityManager,
  { viewer, at }: Act,
  end: AgreementEndEntity,
  decision: Pick<AgreementEndEntity, 'state' | 'decisionReason' | 'bootstrap'>,
): Promise<void> {
  Object.assign(end, decision, { decidedById: viewer.personId, decidedAt: at });
  await tx.save(end);
}

const subjectOf = ({ id }: AgreementEntity) => ({ type: 'agreement', id });
