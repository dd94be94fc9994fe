import {
  assertCanImportSomething,
  assertCanSaveImportProfile,
  assertProfileKind,
  assertSlug,
  BUILT_IN_PROFILES,
  DomainError,
  type ImportKind,
  type ImportProfile,
  parseImportProfile,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { refusing } from '../../platform/database/refusing.js';
import { uuidv7 } from '../../platform/uuid.js';
import { ImportProfileEntity } from './import-profile.entity.js';

/** A profile that can be chosen: built in, or saved here. */
export interface KnownProfile {
  id: string;
  slug: string;
  name: string;
  definition: ImportProfile;
  builtIn: boolean;
}

export interface SaveImportProfile {
  slug: string;
  name: string;
  kind: ImportKind;
  definition: string;
}

@Injectable()
export class ImportProfiles {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Built-in ones first, then by name. @throws {DomainError} When the viewer imports nothing. */
  async list(act: Act, kind: ImportKind | null): Promise<KnownProfile[]> {
    assertCanImportSomething(act.viewer);
    return (await this.all()).filter(({ definition }) => kind === null || definition.kind === kind);
  }

  /** @throws {DomainError} When there is none, or it is about other measurements. */
  async find(by: { id: string } | { slug: string }, kind: ImportKind): Promise<KnownProfile> {
    const profile = (await this.all()).find((known) => ('id' in by ? known.id === by.id : known.slug === by.slug));
    if (!profile) throw new DomainError('NOT_FOUND', 'There is no such import profile.', ['profileId']);
    assertProfileKind(profile.definition, kind, 'profileId');
    return profile;
  }

  /** Saves a profile under a new slug, or in place of the one saved under it before. */
  async save(act: Act, { slug, name, kind, definition }: SaveImportProfile): Promise<KnownProfile> {
    assertCanSaveImportProfile(act.viewer);
    assertSlug(slug);
    const profile = parseImportProfile(definition);
    assertProfileKind(profile, kind, 'kind');
    if (BUILT_IN_PROFILES.some((builtIn) => builtIn.slug === slug)) {
      throw new DomainError('SLUG_TAKEN', 'A built-in profile has this slug; choose another one.', ['slug']);
    }
    return this.database.transaction(async (tx) => {
      const before = await tx.findOne(ImportProfileEntity, { where: { slug }, lock: { mode: 'pessimistic_write' } });
      const after = {
        slug,
        name,
        kind: profile.kind,
        definition: profile,
        savedById: act.viewer.personId,
        savedAt: act.at,
      };
      const taken = new DomainError('SLUG_TAKEN', 'Somebody saves a profile under this slug at this moment.', ['slug']);
      const saved = await refusing('import_profile_slug_key', taken, () =>
        tx.save(ImportProfileEntity, { id: before?.id ?? uuidv7(act.at), ...after }),
      );
      await this.audit.record(
        tx,
        act,
        'importProfile.saved',
        { type: 'importProfile', id: saved.id },
        before && { ...before },
        saved,
      );
      return { ...saved, builtIn: false };
    });
  }

  private async all(): Promise<KnownProfile[]> {
    const saved = await this.database.read.find(ImportProfileEntity, { order: { name: 'ASC', slug: 'ASC' } });
    return [
      ...BUILT_IN_PROFILES.map((profile) => ({ ...profile, builtIn: true })),
      ...saved.map((profile) => ({ ...profile, builtIn: false })),
    ];
  }
}
