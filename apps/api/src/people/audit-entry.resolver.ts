import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import type { AuditEntryEntity } from '../platform/audit/audit-entry.entity.js';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import { AuditEntries } from './audit-entries.js';
import { AuditConnection, AuditEntry, NamedThing } from './audit-entry.type.js';
import { nameById } from './name.loader.js';
import { personById } from './person.loader.js';
import { Person } from './person.type.js';

const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  constructor(private readonly entries: AuditEntries) {}

  @Query(() => AuditConnection, { description: 'Newest first; for auditors and administrators, empty for others.' })
  audit(
    @CurrentAct() act: Act,
    @Args('subjectType', { type: () => String, nullable: true }) subjectType: string | null,
    @Args('subjectId', { type: () => ID, nullable: true }) subjectId: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.entries.page(act, { subjectType, subjectId, first: first ?? 50, after });
  }

  @ResolveField(() => Person, { nullable: true })
  actor(@Parent() { actorId }: AuditEntryEntity, @CurrentLoaders() loaders: Loaders) {
    return actorId && loaders.load(personById, actorId);
  }

  @ResolveField(() => String, { nullable: true })
  subjectName(@Parent() { subjectId }: AuditEntryEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(nameById, subjectId);
  }

  @ResolveField(() => [NamedThing])
  async names(@Parent() { before, after }: AuditEntryEntity, @CurrentLoaders() loaders: Loaders) {
    const ids = [...new Set(JSON.stringify([before, after]).match(UUID))];
    const names = await Promise.all(ids.map((id) => loaders.load(nameById, id)));
    return ids.flatMap((id, i) => (names[i] === null ? [] : [{ id, name: names[i] }]));
  }

  @ResolveField(() => String, { nullable: true })
  before(@Parent() { before }: AuditEntryEntity) {
    return before && JSON.stringify(before);
  }

  @ResolveField(() => String, { nullable: true })
  after(@Parent() { after }: AuditEntryEntity) {
    return after && JSON.stringify(after);
  }
}
