import {
  compareIncidents,
  type FigureSide,
  mayAgree,
  type MeasuredBy,
  maySeeBehind,
  type StatedIncident as Incident,
} from '@accord/domain';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MeasuredByEnum } from '../../agreements/agreement-enums.js';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Database } from '../../platform/database/database.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import { placeOfCommitment } from '../place.loader.js';
import { PeriodResult } from '../results/period-result.type.js';
import type { ResultRow } from '../results/result-fields.js';
import type { ProviderFigureEntity } from './provider-figure.entity.js';
import {
  figureOfRevision,
  figuresOfResult,
  incidentsOfFigure,
  oursOfFigure,
  providerFigureById,
  recordTermsOfResult,
} from './provider-figure.loader.js';
import {
  AgreeToFigurePayload,
  ComparedIncident,
  FigureSideEnum,
  ObjectToFigurePayload,
  ProviderFigure,
  StatedIncident,
  StateProviderFigureInput,
  StateProviderFigurePayload,
} from './provider-figure.type.js';
import { ProviderFigures } from './provider-figures.js';
import { sidesOf } from './record-standing.js';

@Resolver(() => ProviderFigure)
export class ProviderFigureResolver {
  constructor(
    private readonly figures: ProviderFigures,
    private readonly database: Database,
  ) {}

  @Mutation(() => StateProviderFigurePayload, {
    description:
      'By the provider, or by us where the provider has told us outside. What is settled stays so until both agree anew.',
  })
  stateProviderFigure(
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('input') { incidents, ...input }: StateProviderFigureInput,
  ) {
    const told = incidents?.map(({ label, from, to, minutes }): Incident => {
      const [begin, end] = [from.getTime(), to.getTime()];
      return { label, from: begin, to: end, countedMs: minutes == null ? end - begin : Math.round(minutes * 60_000) };
    });
    return toPayload('figure', async () =>
      loaders.load(providerFigureById, await this.figures.state(act, { ...input, incidents: told ?? null })),
    );
  }

  @Mutation(() => AgreeToFigurePayload, {
    description: 'To the figure of the other side; verdict, breach and credit follow it.',
  })
  agreeToFigure(
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('id', { type: () => ID }) id: string,
    @Args('figure', { type: () => FigureSideEnum }) figure: FigureSide,
  ) {
    return toPayload('figure', async () => loaders.load(providerFigureById, await this.figures.agree(act, id, figure)));
  }

  @Mutation(() => ObjectToFigurePayload)
  objectToFigure(
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return toPayload('figure', async () =>
      loaders.load(providerFigureById, await this.figures.object(act, id, reason)),
    );
  }

  @ResolveField(() => Person, { nullable: true })
  statedBy(@Parent() { statedById }: ProviderFigureEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, statedById);
  }

  @ResolveField(() => Person, { nullable: true })
  answeredBy(@Parent() { answeredById }: ProviderFigureEntity, @CurrentLoaders() loaders: Loaders) {
    return answeredById && loaders.load(personById, answeredById);
  }

  @ResolveField(() => DecimalScalar, {
    nullable: true,
    description: 'Our own figure, as it stood when it was settled; null before that.',
  })
  ourFigure(@Parent() { ourResultId }: ProviderFigureEntity, @CurrentLoaders() loaders: Loaders) {
    return ourResultId && loaders.load(figureOfRevision, ourResultId);
  }

  @ResolveField(() => [ComparedIncident], { description: 'In the order of time.' })
  async comparison(@Parent() { id }: ProviderFigureEntity, @CurrentLoaders() loaders: Loaders) {
    const [ours, theirs] = [await loaders.load(oursOfFigure, id), await loaders.load(incidentsOfFigure, id)];
    return compareIncidents(ours, theirs).map((one) => ({
      ours: one.ours && shown(one.ours),
      theirs: one.theirs && shown(one.theirs),
      differenceSeconds: Math.round(one.differenceMs / 1000),
    }));
  }

  @ResolveField(() => [FigureSideEnum], { description: 'To whose figure the viewer may agree.' })
  async viewerCanAgreeTo(
    @Parent() figure: ProviderFigureEntity,
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    const answer = await this.answerOf(figure, act, loaders);
    return (['ours', 'provider'] as const).filter((side) => mayAgree(answer, side));
  }

  @ResolveField(() => Boolean)
  async viewerCanObject(
    @Parent() figure: ProviderFigureEntity,
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return figure.state === 'stated' && (await this.answerOf(figure, act, loaders)).sides.includes('ours');
  }

  private async answerOf({ commitmentId, state, statedById }: ProviderFigureEntity, { viewer }: Act, loaders: Loaders) {
    const place = await loaders.load(placeOfCommitment, commitmentId);
    const agreement = { agreementId: place.agreementId, agreementKind: place.agreementKind };
    const sides = await sidesOf(this.database.read, viewer, place, agreement);
    return { state, statedById, viewerId: viewer.personId, sides };
  }
}

@Resolver(() => PeriodResult)
export class FigureOfResultResolver {
  constructor(private readonly database: Database) {}

  @ResolveField(() => MeasuredByEnum, { description: 'Who measures for the record, by the agreement.' })
  async measuredBy(@Parent() { id }: ResultRow, @CurrentLoaders() loaders: Loaders): Promise<MeasuredBy> {
    return (await loaders.load(recordTermsOfResult, id))!.measuredBy;
  }

  @ResolveField(() => ProviderFigure, {
    nullable: true,
    description:
      'What the provider states and waits for an answer, or was settled; null where nothing was, and for whom it is not.',
  })
  async providerFigure(@Parent() result: ResultRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    const { open, settled } = await this.figures(result, act, loaders);
    const id = open ?? settled;
    return id && loaders.load(providerFigureById, id);
  }

  @ResolveField(() => ProviderFigure, {
    nullable: true,
    description: 'By which it was settled whose figure is the one of record; null until then.',
  })
  async settledFigure(@Parent() result: ResultRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    const { settled } = await this.figures(result, act, loaders);
    return settled && loaders.load(providerFigureById, settled);
  }

  @ResolveField(() => Boolean, { description: 'Of a period that is over, of a promise by a provider.' })
  async viewerCanStateFigure(@Parent() result: ResultRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    if (new Date(result.to) > act.at) return false;
    const place = await loaders.load(placeOfCommitment, result.commitmentId);
    const agreement = { agreementId: place.agreementId, agreementKind: place.agreementKind };
    return (await sidesOf(this.database.read, act.viewer, place, agreement)).length > 0;
  }

  private async figures({ id, commitmentId }: ResultRow, { viewer }: Act, loaders: Loaders) {
    const place = await loaders.load(placeOfCommitment, commitmentId);
    return maySeeBehind(viewer, place) ? loaders.load(figuresOfResult, id) : { open: null, settled: null };
  }
}

const shown = ({ label, from, to, countedMs }: Incident): StatedIncident => ({
  label,
  from: new Date(from),
  to: new Date(to),
  countedSeconds: Math.round(countedMs / 1000),
});
