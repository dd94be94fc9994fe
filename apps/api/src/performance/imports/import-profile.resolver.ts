import type { ImportKind } from '@accord/domain';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { ImportKindEnum } from './import-enums.js';
import { ImportProfile, SaveImportProfilePayload } from './import-profile.type.js';
import { ImportProfiles } from './import-profiles.js';
import { SaveImportProfileInput } from './import.input.js';
import { shownProfile } from './shown-profile.js';

@Resolver(() => ImportProfile)
export class ImportProfileResolver {
  constructor(private readonly profiles: ImportProfiles) {}

  @Query(() => [ImportProfile])
  async importProfiles(
    @CurrentAct() act: Act,
    @Args('kind', { type: () => ImportKindEnum, nullable: true }) kind?: ImportKind | null,
  ) {
    return (await this.profiles.list(act, kind ?? null)).map(shownProfile);
  }

  @Mutation(() => SaveImportProfilePayload)
  saveImportProfile(@CurrentAct() act: Act, @Args('input') input: SaveImportProfileInput) {
    return toPayload('profile', async () => shownProfile(await this.profiles.save(act, input)));
  }
}
