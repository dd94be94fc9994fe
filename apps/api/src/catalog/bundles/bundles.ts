import {
  assertBundleFits,
  assertCanChangeBundle,
  assertCanDraftBundle,
  assertDraftVersion,
  assertNoVersionOpen,
  assertSlug,
  assertWithdrawable,
  type BundleDefinition,
  DomainError,
  type OfferedPart,
  parseBundleDefinition,
  publishVersion,
  reasonOf,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { In, type EntityManager } from 'typeorm';
import { countAdministratorsEver, lockRoles } from '../../people/administrators.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { refusing } from '../../platform/database/refusing.js';
import { assertFresh } from '../../platform/errors/assert-fresh.js';
import { uuidv7 } from '../../platform/uuid.js';
import { todayOf } from '../today.js';
import { BundleNotices } from './bundle-notices.js';
import { BundlePartEntity } from './bundle-part.entity.js';
import { BundleVersionEntity } from './bundle-version.entity.js';
import { BundleEntity } from './bundle.entity.js';
import { offeredParts } from './offered-parts.js';

const LIVE = { state: 'published' } as const;

/** What is ordered together: draft → proposed → published by a second person → replaced. */
@Injectable()
export class Bundles {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly notices: BundleNotices,
  ) {}

  /** A new bundle of the viewer's, whose first version is a draft. @throws {DomainError} `FORBIDDEN`, `SLUG_TAKEN`, … */
  draft(act: Act, { slug, definition: given }: { slug: string; definition: unknown }): Promise<BundleVersionEntity> {
    return this.database.transaction(async (tx) => {
      assertCanDraftBundle(act.viewer);
      assertSlug(slug);
      const definition = parseBundleDefinition(given);
      const bundle = tx.create(BundleEntity, {
        id: uuidv7(act.at),
        slug,
        ...wordsOf(definition),
        ownerId: act.viewer.personId,
        liveVersionId: null,
        endedAt: null,
      });
      const taken = new DomainError('SLUG_TAKEN', `There is, or was, a bundle with the slug "${slug}".`, ['slug']);
      await refusing('bundle_slug_key', taken, () => tx.insert(BundleEntity, bundle));
      return this.draftIn(tx, act, bundle, definition);
    });
  }

  /** A copy of what is offered, to be worked on. @throws {DomainError} `VERSION_OPEN` when one is in the making. */
  draftVersion(act: Act, bundleId: string): Promise<BundleVersionEntity> {
    return this.database.transaction(async (tx) => {
      const bundle = await this.bundleToChange(tx, act, bundleId, 'bundleId');
      const live = await tx.findOne(BundleVersionEntity, { where: { bundleId }, order: { number: 'DESC' } });
      const source = (await tx.findOneBy(BundleVersionEntity, { bundleId, ...LIVE })) ?? live!;
      return this.draftIn(tx, act, bundle, parseBundleDefinition(source.definition));
    });
  }

  /** The draft as a whole, as it is to be now. @throws {DomainError} `NOT_A_DRAFT`, `STALE`, or what is wrong and where. */
  change(act: Act, id: string, revision: number, definition: unknown): Promise<BundleVersionEntity> {
    return this.database.transaction(async (tx) => {
      const { bundle, version } = await this.versionToChange(tx, act, id);
      assertDraftVersion(version);
      assertFresh({ version: version.revision }, revision);
      const before = { ...version };
      version.definition = parseBundleDefinition(definition);
      version.revision += 1;
      version.writtenByIds = [...new Set([...version.writtenByIds, act.viewer.personId])];
      await tx.save(version);
      if (!bundle.liveVersionId) await tx.update(BundleEntity, { id: bundle.id }, wordsOf(version.definition));
      await this.record(tx, act, 'bundle.versionChanged', before, version);
      return version;
    });
  }

  /** Puts the draft before a second person. @throws {DomainError} When it could not be published. */
  propose(act: Act, id: string): Promise<BundleVersionEntity> {
    return this.database.transaction(async (tx) => {
      const { bundle, version } = await this.versionToChange(tx, act, id);
      assertDraftVersion(version);
      await this.checked(tx, act, version);
      const before = { ...version };
      Object.assign(version, { state: 'proposed', proposedById: act.viewer.personId, proposedAt: act.at });
      await tx.save(version);
      await this.record(tx, act, 'bundle.versionProposed', before, version);
      await this.notices.proposed(tx, act, bundle, version);
      return version;
    });
  }

  /** Takes a draft or a proposal back for good. `act` gives the reason. */
  withdraw(act: Act, id: string): Promise<BundleVersionEntity> {
    return this.database.transaction(async (tx) => {
      const reason = reasonOf(act.reason ?? '');
      const { bundle, version } = await this.versionToChange(tx, act, id);
      assertWithdrawable(version);
      const before = { ...version };
      Object.assign(version, { state: 'withdrawn', decidedById: act.viewer.personId, decidedAt: act.at, reason });
      await tx.save(version);
      await this.record(tx, act, 'bundle.versionWithdrawn', before, version);
      await this.notices.decided(tx, act, bundle, version);
      return version;
    });
  }

  /**
   * What the version says is what the bundle is from now on.
   *
   * @throws {DomainError} When the viewer wrote or proposed it, or what it names is no longer there or no longer fits.
   */
  publish(act: Act, id: string): Promise<BundleVersionEntity> {
    return this.database.transaction(async (tx) => {
      const { bundle, version } = await this.versionToChange(tx, act, id);
      await lockRoles(tx);
      const mode = publishVersion(version, act.viewer, await countAdministratorsEver(tx, act.at));
      const { definition, offered } = await this.checked(tx, act, version);
      const before = { ...version };
      await tx.update(BundleVersionEntity, { bundleId: bundle.id, ...LIVE }, { state: 'replaced' });
      const bootstrap = mode === 'bootstrap';
      Object.assign(version, { ...LIVE, decidedById: act.viewer.personId, decidedAt: act.at, bootstrap });
      await tx.save(version);
      await tx.update(BundleEntity, { id: bundle.id }, { ...wordsOf(definition), liveVersionId: version.id });
      await tx.delete(BundlePartEntity, { bundleId: bundle.id });
      await tx.insert(
        BundlePartEntity,
        definition.parts.map(({ key, required, quantity, limits = [], most }, position) => {
          const { planId } = offered.get(key)!;
          return { bundleId: bundle.id, key, planId, position, required, quantity, limits, most };
        }),
      );
      await this.record(tx, { ...act, ...(bootstrap && { mode }) }, 'bundle.versionPublished', before, version);
      await this.notices.decided(tx, act, bundle, version);
      return version;
    });
  }

  /** Takes the bundle out of the catalog for good; what was ordered by it goes on. `act` gives the reason. */
  end(act: Act, id: string): Promise<BundleEntity> {
    return this.database.transaction(async (tx) => {
      reasonOf(act.reason ?? '');
      const bundle = await this.bundleToChange(tx, act, id);
      const ended = await tx.save(BundleEntity, { ...bundle, endedAt: act.at });
      await this.audit.record(tx, act, 'bundle.ended', { type: 'bundle', id }, bundle, ended);
      return ended;
    });
  }

  private async draftIn(
    tx: EntityManager,
    act: Act,
    { id: bundleId }: BundleEntity,
    definition: BundleDefinition,
  ): Promise<BundleVersionEntity> {
    assertNoVersionOpen(await tx.findOneBy(BundleVersionEntity, { bundleId, state: In(['draft', 'proposed']) }));
    const newest = await tx.maximum(BundleVersionEntity, 'number', { bundleId });
    const draft = tx.create(BundleVersionEntity, {
      id: uuidv7(act.at),
      bundleId,
      number: (newest ?? 0) + 1,
      state: 'draft',
      definition,
      revision: 1,
      writtenByIds: [act.viewer.personId],
      draftedAt: act.at,
      bootstrap: false,
    });
    await tx.insert(BundleVersionEntity, draft);
    await this.record(tx, act, 'bundle.versionDrafted', null, draft);
    return tx.findOneByOrFail(BundleVersionEntity, { id: draft.id });
  }

  /** @throws {DomainError} When the version could not take the place of what is offered now. */
  private async checked(
    tx: EntityManager,
    act: Act,
    version: BundleVersionEntity,
  ): Promise<{ definition: BundleDefinition; offered: Map<string, OfferedPart & { planId: string }> }> {
    const definition = parseBundleDefinition(version.definition);
    const offered = await offeredParts(tx, act.viewer, definition, await todayOf(tx, act.at));
    assertBundleFits(definition, offered);
    return { definition, offered };
  }

  /** Locked until the transaction ends. @throws {DomainError} `NOT_FOUND`, `FORBIDDEN` or `BUNDLE_ENDED` */
  private async bundleToChange(tx: EntityManager, act: Act, id: string, field = 'id'): Promise<BundleEntity> {
    const lock = { mode: 'for_no_key_update' } as const;
    const bundle = isUUID(id) ? await tx.findOne(BundleEntity, { where: { id }, lock }) : null;
    assertCanDraftBundle(act.viewer);
    if (!bundle) throw new DomainError('NOT_FOUND', 'There is no such bundle.', [field]);
    assertCanChangeBundle(act.viewer, bundle);
    return bundle;
  }

  private async versionToChange(
    tx: EntityManager,
    act: Act,
    id: string,
  ): Promise<{ bundle: BundleEntity; version: BundleVersionEntity }> {
    const found = isUUID(id) ? await tx.findOneBy(BundleVersionEntity, { id }) : null;
    assertCanDraftBundle(act.viewer);
    if (!found) throw new DomainError('NOT_FOUND', 'There is no such version.', ['id']);
    const bundle = await this.bundleToChange(tx, act, found.bundleId);
    // Read again under the lock: somebody may have decided in the meantime.
    return { bundle, version: await tx.findOneByOrFail(BundleVersionEntity, { id }) };
  }

  private record(
    tx: EntityManager,
    act: Act,
    action: string,
    before: BundleVersionEntity | null,
    after: BundleVersionEntity,
  ): Promise<void> {
    return this.audit.record(tx, act, action, { type: 'bundle', id: after.bundleId }, before, after);
  }
}

function wordsOf({ name, outcome, description, synonyms }: BundleDefinition) {
  return { name, outcome, description, synonyms: [...synonyms] };
}
