import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { toPayload } from '../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import type { BusinessUnitEntity } from './business-unit.entity.js';
import { businessUnitById } from './business-unit.loader.js';
import {
  AddBusinessUnitInput,
  AddBusinessUnitPayload,
  BusinessUnit,
  ChangeBusinessUnitInput,
  ChangeBusinessUnitPayload,
  EndBusinessUnitPayload,
} from './business-unit.type.js';
import { BusinessUnits } from './business-units.js';

@Resolver(() => BusinessUnit)
export class BusinessUnitResolver {
  constructor(private readonly units: BusinessUnits) {}

  @Query(() => [BusinessUnit])
  businessUnits(@CurrentAct() act: Act) {
    return this.units.all(act);
  }

  @ResolveField(() => BusinessUnit, { nullable: true })
  parent(@Parent() { parentId }: BusinessUnitEntity, @CurrentLoaders() loaders: Loaders) {
    return parentId && loaders.load(businessUnitById, parentId);
  }

  @Mutation(() => AddBusinessUnitPayload)
  addBusinessUnit(@CurrentAct() act: Act, @Args('input') input: AddBusinessUnitInput) {
    return toPayload('businessUnit', () => this.units.add(act, input));
  }

  @Mutation(() => ChangeBusinessUnitPayload)
  changeBusinessUnit(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ChangeBusinessUnitInput,
  ) {
    return toPayload('businessUnit', () => this.units.change(act, id, input));
  }

  @Mutation(() => EndBusinessUnitPayload, { description: 'Refused while people, services or units belong to it.' })
  endBusinessUnit(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('businessUnit', () => this.units.end(act, id, reason));
  }
}
