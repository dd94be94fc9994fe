import {
  assertCanAddStages,
  decideStages,
  DomainError,
  parseAddedStages,
  reasonOf,
  type StageRule,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { IsNull, type EntityManager } from 'typeorm';
import { BusinessUnitEntity } from '../../people/business-unit.entity.js';
import { locked } from '../../people/locked.js';
import { TeamEntity } from '../../people/team.entity.js';
import { todayOf } from '../../people/today.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { refusing } from '../../platform/database/refusing.js';
import { uuidv7 } from '../../platform/uuid.js';
import { stagesOfUnit, type StageWithPeople } from './planned-stages.js';
import { type ApprovalStageInput, stageOf } from './stage-rule.type.js';
import { UnitApprovalRuleEntity, type UnitRuleState } from './unit-approval-rule.entity.js';

/** The stages that units add to the orders they pay for. */
@Injectable()
export class UnitApprovalRules {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /**
   * Whom stages would ask in a unit today, without writing anything down.
   *
   * @throws {DomainError} As {@link propose}.
   */
  async preview(act: Act, unitId: string, stages: readonly ApprovalStageInput[]): Promise<StageWithPeople[]> {
    const manager = this.database.read;
    const parsed = await assertCanPropose(manager, act, unitId, stages);
    return stagesOfUnit(manager, unitId, parsed, await todayOf(manager, act.at));
  }

  /** Every version of a unit's stages, newest first. */
  of(unitId: string): Promise<UnitApprovalRuleEntity[]> {
    return this.database.read.find(UnitApprovalRuleEntity, { where: { unitId }, order: { number: 'DESC' } });
  }

  /** @throws {DomainError} When the viewer may not, the stages are malformed, or another version waits for its decision. */
  propose(
    act: Act,
    unitId: string,
    stages: readonly ApprovalStageInput[],
    reason: string,
  ): Promise<UnitApprovalRuleEntity> {
    return this.database.transaction(async (tx) => {
      const parsed = await assertCanPropose(tx, act, unitId, stages);
      const unit = await tx.findOneByOrFail(BusinessUnitEntity, { id: unitId });
      const number = (await tx.maximum(UnitApprovalRuleEntity, 'number', { unitId })) ?? 0;
      const proposed = tx.create(UnitApprovalRuleEntity, {
        id: uuidv7(act.at),
        unitId,
        number: number + 1,
        state: 'proposed',
        stages: parsed,
        reason: reasonOf(reason),
        proposedById: act.viewer.personId,
        proposedAt: act.at,
        decidedById: null,
        decidedAt: null,
      });
      const waits = new DomainError(
        'PROPOSED_ALREADY',
        `Another change of the stages of ${unit.name} waits for a second person.`,
      );
      const insert = () => tx.insert(UnitApprovalRuleEntity, proposed);
      await refusing('unit_approval_rule_proposed_key', waits, () =>
        refusing('unit_approval_rule_number_key', waits, insert),
      );
      const because = { ...act, reason: proposed.reason };
      await this.audit.record(tx, because, 'unitApprovalRule.proposed', subjectOf(proposed), null, {
        unitId,
        stages: parsed,
      });
      return proposed;
    });
  }

  /** Puts a proposal into force for orders that are submitted from now on, or refuses it; its author withdraws it. */
  decide(act: Act, id: string, approved: boolean): Promise<UnitApprovalRuleEntity> {
    return this.database.transaction(async (tx) => {
      const rule = await locked(tx, UnitApprovalRuleEntity, id, 'change of stages');
      assertCanAddStages(act.viewer, await tx.findOneByOrFail(BusinessUnitEntity, { id: rule.unitId }));
      const verdict = decideStages(
        { state: rule.state === 'proposed' ? 'proposed' : 'approved', proposedById: rule.proposedById },
        act.viewer,
        approved,
      );
      const state: UnitRuleState = verdict === 'approved' ? 'live' : verdict;
      if (state === 'live')
        await tx.update(UnitApprovalRuleEntity, { unitId: rule.unitId, state: 'live' }, { state: 'replaced' });
      const decided = { state, decidedById: act.viewer.personId, decidedAt: act.at };
      await tx.update(UnitApprovalRuleEntity, { id }, decided);
      await this.audit.record(tx, act, `unitApprovalRule.${verdict}`, subjectOf(rule), { state: rule.state }, decided);
      return { ...rule, ...decided };
    });
  }
}

/** @throws {DomainError} `UNKNOWN_UNIT`, `FORBIDDEN`, `MALFORMED_APPROVAL` or `UNKNOWN_TEAM` */
async function assertCanPropose(
  manager: EntityManager,
  { viewer }: Act,
  unitId: string,
  stages: readonly ApprovalStageInput[],
): Promise<readonly StageRule[]> {
  const unit = isUUID(unitId) && (await manager.findOneBy(BusinessUnitEntity, { id: unitId, endedAt: IsNull() }));
  if (!unit) throw new DomainError('UNKNOWN_UNIT', 'There is no such unit, or it has ended.', ['unitId']);
  assertCanAddStages(viewer, unit);
  const parsed = parseAddedStages(stages.map(stageOf));
  await assertTeamsExist(manager, parsed);
  return parsed;
}

/** A team that there is not would leave a stage without anybody to ask. */
async function assertTeamsExist(tx: EntityManager, stages: readonly StageRule[]): Promise<void> {
  for (const [i, { from }] of stages.entries())
    for (const source of from) {
      if (source.kind !== 'team' || (await tx.existsBy(TeamEntity, { slug: source.team, endedAt: IsNull() }))) continue;
      throw new DomainError('UNKNOWN_TEAM', `There is no team "${source.team}".`, ['stages', String(i), 'from']);
    }
}

const subjectOf = ({ id }: UnitApprovalRuleEntity) => ({ type: 'unitApprovalRule', id });
