import { canImport, canSaveImportProfile } from '@accord/domain';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import { ExaminedUpload } from './examined-upload.type.js';
import { ExaminedUploads } from './examined-uploads.js';
import { ImportPreview } from './import-preview.type.js';
import { ImportProblem } from './import-problem.type.js';
import { ImportProfile } from './import-profile.type.js';
import { profileBySlug } from './import-profile.loader.js';
import { ImportReports } from './import-reports.js';
import type { ImportRunEntity } from './import-run.entity.js';
import { ExamineUploadInput, PreviewImportInput, StartImportInput } from './import.input.js';
import { Import, ImportConnection, ResumeImportPayload, StartImportPayload } from './import.type.js';
import { shownProfile } from './shown-profile.js';
import { UploadedImports } from './uploaded-imports.js';

@Resolver(() => Import)
export class ImportResolver {
  constructor(
    private readonly reports: ImportReports,
    private readonly uploaded: UploadedImports,
    private readonly examined: ExaminedUploads,
  ) {}

  @Query(() => ImportConnection)
  imports(
    @CurrentAct() act: Act,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ) {
    return this.reports.list(act, first, after ?? null);
  }

  @Query(() => Import, { nullable: true })
  import(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return this.reports.find(act, id);
  }

  @Query(() => ExaminedUpload)
  async examineUpload(@CurrentAct() act: Act, @Args('input') input: ExamineUploadInput) {
    const { fitting, guess, ...examined } = await this.examined.examine(act, input);
    return {
      ...examined,
      fitting: fitting.map(shownProfile),
      guess: JSON.stringify(guess, null, 2),
      viewerCanSaveProfile: canSaveImportProfile(act.viewer),
    };
  }

  @Query(() => ImportPreview)
  previewImport(@CurrentAct() act: Act, @Args('input') input: PreviewImportInput) {
    return this.uploaded.preview(act, input);
  }

  @Mutation(() => StartImportPayload)
  startImport(@CurrentAct() act: Act, @Args('input') input: StartImportInput) {
    return toPayload('import', () => this.uploaded.start(act, input));
  }

  @Mutation(() => ResumeImportPayload)
  resumeImport(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('import', () => this.uploaded.resume(act, id));
  }

  @ResolveField(() => ImportProfile, { nullable: true })
  profile(@Parent() run: ImportRunEntity, @CurrentLoaders() loaders: Loaders) {
    return run.profileSlug && loaders.load(profileBySlug, run.profileSlug);
  }

  @ResolveField(() => Person, { nullable: true })
  startedBy(@Parent() run: ImportRunEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, run.startedById);
  }

  @ResolveField(() => String, { nullable: true })
  refusedReason(@Parent() run: ImportRunEntity) {
    return run.reason;
  }

  @ResolveField(() => [ImportProblem])
  problems(@Parent() run: ImportRunEntity, @Args('first', { type: () => Int, defaultValue: 100 }) first: number) {
    return this.reports.problems(run.id, first);
  }

  @ResolveField(() => Boolean)
  viewerCanResume(@Parent() run: ImportRunEntity, @CurrentAct() act: Act) {
    return run.state === 'interrupted' && run.uploadId !== null && canImport(act.viewer, run);
  }
}
