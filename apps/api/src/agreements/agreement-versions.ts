import {
  approveVersion,
  assertClosingTerms,
  assertDraft,
  assertMaintenanceRules,
  assertMonthlyCharge,
  assertNoneOpen,
  assertObjectionDays,
  assertProposed,
  assertRemedyTerms,
  comeIntoForce,
  DomainError,
  isPaidSince,
  type LocalDay,
  type MaintenanceRules,
  reasonOf,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { countAdministratorsEver, lockRoles } from '../people/administrators.js';
import type { Act } from '../platform/act/act.js';
import { Audit, type AuditMode } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { userErrorsOf } from '../platform/errors/user-errors-of.js';
import { uuidv7 } from '../platform/uuid.js';
import { agreementToChange, subjectsOf, versionToChange } from './agreement-subject.js';
import { AgreementVersionEntity } from './agreement-version.entity.js';
import type { AgreementEntity } from './agreement.entity.js';
import type { ChangeAgreementVersionInput } from './agreement.input.js';
import { CommitmentTermsEntity } from './commitment-terms.entity.js';
import { assertNoLoop, copyUnderpinnings } from './chain/underpinnings.js';
import { beginEdit } from './begin-edit.js';
import type { MaintenanceRulesInput } from './maintenance-rules.type.js';
import { remedyOf } from './remedy-terms.input.js';
import { TermsInForce } from './terms-in-force.js';
import { assertTermsComplete, predecessorOf, renameCommitments, windowsOf } from './version-terms.js';

/** Versions of agreements: draft → proposed → in force, or refused. */
@Injectable()
export class AgreementVersions {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly termsInForce: TermsInForce,
  ) {}

  /** A copy of the newest version. @throws {DomainError} When one is in the making, or the agreement has ended. */
  draft(act: Act, agreementId: string, effectiveFrom: LocalDay): Promise<AgreementVersionEntity> {
    return this.database.transaction(async (tx) => {
      const { agreement } = await agreementToChange(tx, act, agreementId);
      assertGoesOn(agreement);
      const versions = await tx.find(AgreementVersionEntity, { where: { agreementId }, order: { number: 'DESC' } });
      assertNoneOpen(versions);
      const newest = versions[0]!;
      const draft = tx.create(AgreementVersionEntity, {
        ...newest,
        ...UNDECIDED,
        id: uuidv7(act.at),
        number: newest.number + 1,
        writtenByIds: [act.viewer.personId],
        effectiveFrom,
      });
      await tx.insert(AgreementVersionEntity, draft);
      const terms = await tx.find(CommitmentTermsEntity, { where: { versionId: newest.id }, order: { id: 'ASC' } });
      const copies = new Map(terms.map(({ id }) => [id, uuidv7(act.at)]));
      for (const row of terms)
        await tx.insert(CommitmentTermsEntity, { ...row, id: copies.get(row.id)!, versionId: draft.id });
      await copyUnderpinnings(tx, copies);
      const drafted = { ...draft, copyOf: newest.number };
      await this.record(tx, act, 'agreement.versionDrafted', null, drafted);
      return draft;
    });
  }

  /** @throws {DomainError} When the version is no draft. */
  change(act: Act, id: string, input: ChangeAgreementVersionInput): Promise<AgreementVersionEntity> {
    return this.database.transaction(async (tx) => {
      const { agreement, version } = await versionToChange(tx, act, id);
      return this.changeIn(tx, act, agreement, version, input);
    });
  }

  /** As `change`, within a transaction that has locked the agreement. */
  async changeIn(
    tx: EntityManager,
    act: Act,
    { timeZone }: AgreementEntity,
    version: AgreementVersionEntity,
    input: ChangeAgreementVersionInput,
  ) {
    const { revision, effectiveFrom, maintenanceRules: rules, ...terms } = input;
    assertMonthlyCharge(terms.monthlyCharge);
    assertObjectionDays(terms.objectionDays);
    const remedy = terms.remedy && remedyOf(terms.remedy);
    if (remedy) assertRemedyTerms(remedy);
    const before = { ...version };
    beginEdit(version, act, revision);
    const given = Object.entries({ ...terms, remedy }).filter(
      ([key, value]) => value !== undefined && !(value === null && ALWAYS.has(key)),
    );
    Object.assign(version, Object.fromEntries(given), effectiveFrom ? { effectiveFrom } : {});
    if (rules !== undefined) version.maintenanceRules = rules && maintenanceRulesOf(rules);
    assertClosingTerms(version);
    if (version.maintenanceRules) assertMaintenanceRules(version.maintenanceRules, timeZone);
    await tx.save(version);
    await this.record(tx, act, 'agreement.versionChanged', before, version);
    return version;
  }

  /** Puts the draft before a second person. @throws {DomainError} When it promises nothing, or could not come into force. */
  propose(act: Act, id: string): Promise<AgreementVersionEntity> {
    return this.database.transaction(async (tx) => {
      const { agreement, version } = await versionToChange(tx, act, id);
      return this.proposeIn(tx, act, agreement, version);
    });
  }

  /** As `propose`, within a transaction that has locked the agreement. */
  async proposeIn(tx: EntityManager, act: Act, agreement: AgreementEntity, version: AgreementVersionEntity) {
    assertDraft(version);
    await assertTermsComplete(tx, version);
    await lastDayOfPredecessor(tx, agreement, version);
    const before = { ...version };
    Object.assign(version, { state: 'proposed', proposedById: act.viewer.personId, proposedAt: act.at });
    await tx.save(version);
    await this.record(tx, act, 'agreement.versionProposed', before, version);
    return version;
  }

  /**
   * Brings the version into force from its day on; the one before ends the day before.
   *
   * @throws {DomainError} When the viewer wrote or proposed it, it does not wait, or it starts at a wrong day.
   */
  approve(act: Act, id: string): Promise<AgreementVersionEntity> {
    return this.database.transaction(async (tx) => {
      const { agreement, version } = await versionToChange(tx, act, id);
      await lockRoles(tx);
      return this.approveIn(tx, act, agreement, version, await countAdministratorsEver(tx, act.at));
    });
  }

  /**
   * Each in a transaction of its own, in the order given.
   *
   * @throws {DomainError} When there are more than 200.
   */
  async approveEach(act: Act, ids: readonly string[]) {
    if (ids.length > MOST_AT_ONCE)
      throw new DomainError('TOO_MANY', `At most ${MOST_AT_ONCE} versions are approved at once.`, ['ids']);
    const approvals = [];
    for (const id of new Set(ids)) {
      try {
        approvals.push({ id, version: await this.approve(act, id), errors: [] });
      } catch (error) {
        const errors = userErrorsOf(error);
        if (!errors) throw error;
        approvals.push({ id, version: null, errors });
      }
    }
    return approvals;
  }

  /** As `approve`, within a transaction that has locked the agreement and the roles. */
  async approveIn(
    tx: EntityManager,
    act: Act,
    agreement: AgreementEntity,
    version: AgreementVersionEntity,
    administratorsEver: number,
  ) {
    const isPaid = await isPaidBy(tx, act, version);
    const bootstrap = approveVersion(version, act.viewer, administratorsEver, isPaid) === 'bootstrap';
    await assertTermsComplete(tx, version);
    await assertNoLoop(tx, version.id);
    const { predecessor, lastDay } = await lastDayOfPredecessor(tx, agreement, version);
    const before = { ...version, predecessor: predecessor && { ...predecessor } };
    if (predecessor) await tx.update(AgreementVersionEntity, { id: predecessor.id }, { effectiveTo: lastDay });
    Object.assign(version, { state: 'inForce', decidedById: act.viewer.personId, decidedAt: act.at, bootstrap });
    await tx.save(version);
    await renameCommitments(tx, version.id);
    const mode = bootstrap ? 'bootstrap' : undefined;
    const after = { ...version, predecessor: predecessor && { ...predecessor, effectiveTo: lastDay } };
    await this.record(tx, { ...act, mode }, 'agreement.versionApproved', before, after);
    await this.termsInForce.agreementChanged(tx, { agreementId: agreement.id, from: version.effectiveFrom }, act.at);
    return version;
  }

  /** Whoever refuses their own proposal takes it back. @throws {DomainError} When it does not wait. */
  refuse(act: Act, id: string, reason: string): Promise<AgreementVersionEntity> {
    return this.database.transaction(async (tx) => {
      const { version } = await versionToChange(tx, act, id);
      assertProposed(version);
      const before = { ...version };
      const decision = { decidedById: act.viewer.personId, decidedAt: act.at, reason: reasonOf(reason) };
      Object.assign(version, { state: 'refused', ...decision });
      await tx.save(version);
      await this.record(tx, { ...act, reason }, 'agreement.versionRefused', before, version);
      return version;
    });
  }

  private record(
    tx: EntityManager,
    act: Act & { mode?: AuditMode },
    action: string,
    before: AgreementVersionEntity | null,
    after: AgreementVersionEntity,
  ) {
    return this.audit.record(tx, act, action, { type: 'agreement', id: after.agreementId }, before, after);
  }
}

/** Whether the viewer is paid by what the agreement promises, from the first day of the version on. */
export async function isPaidBy(
  tx: EntityManager,
  { viewer }: Act,
  { agreementId, effectiveFrom }: AgreementVersionEntity,
): Promise<boolean> {
  const [subject] = await subjectsOf(tx, [agreementId]);
  return isPaidSince(viewer.personId, subject!.paidTeams, effectiveFrom);
}

/** What every version says: null leaves it as it is. */
const ALWAYS: ReadonlySet<string> = new Set(['closing', 'ticketAlertPercents', 'urgentAtAnyHour', 'measuredBy']);

/** null where no rule is left. */
function maintenanceRulesOf({ noticeHours, mostMinutes, windows }: MaintenanceRulesInput): MaintenanceRules | null {
  const hours = windows?.filter((day) => day.hours.length > 0) ?? [];
  const rules = {
    noticeHours: noticeHours ?? null,
    mostMinutes: mostMinutes ?? null,
    windows: hours.length > 0 ? hours : null,
  };
  return Object.values(rules).every((rule) => rule === null) ? null : rules;
}

const MOST_AT_ONCE = 200;

/** What a new draft does not take over from the version it copies. */
const UNDECIDED = {
  state: 'draft',
  revision: 1,
  effectiveTo: null,
  proposedById: null,
  proposedAt: null,
  decidedById: null,
  decidedAt: null,
  reason: null,
  bootstrap: false,
} as const;

function assertGoesOn({ endedOn }: AgreementEntity): void {
  if (endedOn) throw new DomainError('AGREEMENT_ENDED', `The agreement ended on ${endedOn}; draft a new agreement.`);
}

async function lastDayOfPredecessor(tx: EntityManager, { endedOn }: AgreementEntity, version: AgreementVersionEntity) {
  const predecessor = await predecessorOf(tx, version);
  const windows = await windowsOf(tx, [version.id, ...(predecessor ? [predecessor.id] : [])]);
  return { predecessor, lastDay: comeIntoForce(version, { predecessor, windows, endedOn }) };
}
