import { keepsView } from '@accord/domain';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { personById } from '../person.loader.js';
import { Person } from '../person.type.js';
import { isDefaultView } from './default-view.loader.js';
import type { SavedViewEntity } from './saved-view.entity.js';
import {
  ChangeViewInput,
  ChangeViewPayload,
  RemoveViewPayload,
  SavedView,
  SaveViewInput,
  SaveViewPayload,
  SetDefaultViewPayload,
} from './saved-view.type.js';
import { SavedViews } from './saved-views.js';

@Resolver(() => SavedView)
export class SavedViewResolver {
  constructor(private readonly views: SavedViews) {}

  @Query(() => [SavedView], { description: "The viewer's own and those that others share, by name." })
  savedViews(@CurrentAct() act: Act) {
    return this.views.all(act);
  }

  @Mutation(() => SaveViewPayload)
  saveView(@CurrentAct() act: Act, @Args('input') input: SaveViewInput) {
    return toPayload('view', () => this.views.save(act, input));
  }

  @Mutation(() => ChangeViewPayload)
  changeView(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ChangeViewInput,
  ) {
    return toPayload('view', () => this.views.change(act, id, input));
  }

  @Mutation(() => RemoveViewPayload)
  removeView(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('view', () => this.views.remove(act, id));
  }

  @Mutation(() => SetDefaultViewPayload, {
    description: 'What the viewer sees first of its page, in place of what they saw first until now; or no longer.',
  })
  setDefaultView(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('isDefault') isDefault: boolean,
  ) {
    return toPayload('view', () => this.views.setDefault(act, id, isDefault));
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer sees it first of its page.' })
  isDefault(@Parent() { id }: SavedViewEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(isDefaultView, id);
  }

  @ResolveField(() => Person, { description: 'Who keeps it.' })
  owner(@Parent() { ownerId }: SavedViewEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, ownerId);
  }

  @ResolveField(() => Boolean)
  viewerKeepsIt(@Parent() view: SavedViewEntity, @CurrentAct() { viewer }: Act) {
    return keepsView(viewer.personId, view);
  }
}
