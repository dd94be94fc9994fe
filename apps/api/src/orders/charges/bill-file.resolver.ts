import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { businessUnitById } from '../../people/business-unit.loader.js';
import { BusinessUnit } from '../../people/business-unit.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import type { BillFileEntity } from './bill-file.entity.js';
import { BillFile, MakeBillFileInput, MakeBillFilePayload } from './bill-file.type.js';
import { BillFiles } from './bill-files.js';

@Resolver(() => BillFile)
export class BillFileResolver {
  constructor(private readonly files: BillFiles) {}

  @Query(() => [BillFile], { description: "The viewer's own of a month, as long as they are kept; newest first." })
  billFiles(@CurrentAct() act: Act, @Args('month', { description: 'Such as 2026-03.' }) month: string) {
    return this.files.list(act, month);
  }

  @Mutation(() => MakeBillFilePayload, {
    description: 'Makes a bill into a file, however long it is. A notice says when it can be downloaded.',
  })
  makeBillFile(@CurrentAct() act: Act, @Args('input') { month, unitId, group, groupId, format }: MakeBillFileInput) {
    const asked = { month, unitId: unitId ?? null, by: group ?? 'service', groupId: groupId ?? null };
    return toPayload('file', () => this.files.ask(act, asked, format));
  }

  @ResolveField(() => BusinessUnit, { nullable: true, description: 'Null = everything that the viewer reads.' })
  unit(@Parent() { unitId }: BillFileEntity, @CurrentLoaders() loaders: Loaders) {
    return unitId && loaders.load(businessUnitById, unitId);
  }

  @ResolveField(() => String, { nullable: true, description: 'Where it is downloaded; null until it is ready.' })
  path(@Parent() { id, state }: BillFileEntity) {
    return state === 'ready' ? `/export/bill/files/${id}` : null;
  }
}
