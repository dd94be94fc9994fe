import { mayDecideAudit, maySeeBehind } from '@accord/domain';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Database } from '../../platform/database/database.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import { placeOfCommitment } from '../place.loader.js';
import { PeriodResult } from '../results/period-result.type.js';
import type { ResultRow } from '../results/result-fields.js';
import type { FigureAuditEntity } from './figure-audit.entity.js';
import { auditsOfResult, figureAuditById, isSettledResult, timeOfAudit } from './figure-audit.loader.js';
import {
  ConfirmFigureAuditPayload,
  FigureAudit,
  ProposeFigureAuditInput,
  ProposeFigureAuditPayload,
  RefuseFigureAuditPayload,
  WithdrawFigureAuditPayload,
} from './figure-audit.type.js';
import { FigureAudits } from './figure-audits.js';
import { isMeasured, sidesOf } from './record-standing.js';

@Resolver(() => FigureAudit)
export class FigureAuditResolver {
  constructor(
    private readonly audits: FigureAudits,
    private readonly database: Database,
  ) {}

  @Mutation(() => ProposeFigureAuditPayload, {
    description: 'By either side, of a figure that was settled. Nothing changes until another person confirms it.',
  })
  proposeFigureAudit(
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('input') input: ProposeFigureAuditInput,
  ) {
    return toPayload('audit', async () => loaders.load(figureAuditById, await this.audits.propose(act, input)));
  }

  @Mutation(() => ConfirmFigureAuditPayload, {
    description: 'It is the figure of record from now on; verdict, breach, credit and claim follow it.',
  })
  confirmFigureAudit(
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('id', { type: () => ID }) id: string,
  ) {
    return toPayload('audit', async () => loaders.load(figureAuditById, await this.audits.confirm(act, id)));
  }

  @Mutation(() => RefuseFigureAuditPayload)
  refuseFigureAudit(
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return toPayload('audit', async () => loaders.load(figureAuditById, await this.audits.refuse(act, id, reason)));
  }

  @Mutation(() => WithdrawFigureAuditPayload, { description: 'By who brought it.' })
  withdrawFigureAudit(
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('id', { type: () => ID }) id: string,
  ) {
    return toPayload('audit', async () => loaders.load(figureAuditById, await this.audits.withdraw(act, id)));
  }

  @ResolveField(() => Person, { nullable: true })
  proposedBy(@Parent() { proposedById }: FigureAuditEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, proposedById);
  }

  @ResolveField(() => Person, { nullable: true })
  decidedBy(@Parent() { decidedById }: FigureAuditEntity, @CurrentLoaders() loaders: Loaders) {
    return decidedById && loaders.load(personById, decidedById);
  }

  @ResolveField(() => Boolean)
  async viewerCanDecide(
    @Parent() { id, commitmentId, state, proposedById }: FigureAuditEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (state !== 'proposed') return false;
    const place = await loaders.load(placeOfCommitment, commitmentId);
    const sides = await sidesOf(this.database.read, viewer, place, place);
    const time = await loaders.load(timeOfAudit, id);
    return mayDecideAudit({
      state,
      proposedById,
      viewerId: viewer.personId,
      sides,
      isMeasured: isMeasured(viewer, place, time),
    });
  }

  @ResolveField(() => Boolean)
  viewerCanWithdraw(@Parent() { state, proposedById }: FigureAuditEntity, @CurrentAct() { viewer }: Act) {
    return state === 'proposed' && proposedById === viewer.personId;
  }
}

@Resolver(() => PeriodResult)
export class AuditOfResultResolver {
  constructor(private readonly database: Database) {}

  @ResolveField(() => [FigureAudit], {
    description: 'What audits found of its period, newest first; for who sees behind it.',
  })
  async audits(
    @Parent() { id, commitmentId }: ResultRow,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (!maySeeBehind(viewer, await loaders.load(placeOfCommitment, commitmentId))) return [];
    const ids = await loaders.load(auditsOfResult, id);
    return Promise.all(ids.map((audit) => loaders.load(figureAuditById, audit)));
  }

  @ResolveField(() => Boolean, { description: 'Of a figure that was settled, while no other audit waits.' })
  async viewerCanProposeAudit(
    @Parent() { id, commitmentId }: ResultRow,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (!(await loaders.load(isSettledResult, id))) return false;
    const place = await loaders.load(placeOfCommitment, commitmentId);
    if ((await sidesOf(this.database.read, viewer, place, place)).length === 0) return false;
    const known = await Promise.all(
      (await loaders.load(auditsOfResult, id)).map((one) => loaders.load(figureAuditById, one)),
    );
    return !known.some((audit) => audit!.state === 'proposed');
  }
}
