import {
  assertSavedView,
  assertSharesViews,
  DomainError,
  keepsView,
  MOST_VIEWS,
  sharesViews,
  type Viewer,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type EntityManager, type FindOptionsWhere, IsNull, Raw } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { uuidv7 } from '../../platform/uuid.js';
import { DefaultViewEntity } from './default-view.entity.js';
import { SavedViewEntity } from './saved-view.entity.js';
import type { ChangeViewInput, SaveViewInput } from './saved-view.type.js';

/** Screens that people keep under a name, for themselves or for everybody. */
@Injectable()
export class SavedViews {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** The viewer's own and those that others share, by name; nobody's but their own for who comes from a provider. */
  all({ viewer }: Act): Promise<SavedViewEntity[]> {
    return this.database.read.find(SavedViewEntity, {
      where: foundBy(viewer),
      order: { name: 'ASC', id: 'ASC' },
      take: 500,
    });
  }

  /** @throws {DomainError} `WRONG_VIEW`, `FORBIDDEN`, `TAKEN` when the person has one of the name, `TOO_MANY`. */
  save(act: Act, { name, path, search, shared }: SaveViewInput): Promise<SavedViewEntity> {
    const ownerId = act.viewer.personId;
    assertSavedView({ name, path, search });
    assertSharesViews(act.viewer, shared ?? false);
    return this.database.transaction(async (tx) => {
      const own = await this.ownOf(tx, ownerId);
      if (own.length >= MOST_VIEWS)
        throw new DomainError('TOO_MANY', `You keep ${MOST_VIEWS} views; remove one first.`);
      assertFree(own, name.trim());
      const fields = {
        ownerId,
        name: name.trim(),
        path,
        search,
        shared: shared ?? false,
        savedAt: act.at,
        endedAt: null,
      };
      const view = tx.create(SavedViewEntity, { id: uuidv7(act.at), ...fields });
      await tx.insert(SavedViewEntity, view);
      await this.audit.record(tx, act, 'view.saved', { type: 'savedView', id: view.id }, null, view);
      return view;
    });
  }

  /** @throws {DomainError} `NOT_FOUND` when the viewer keeps no such view, `FORBIDDEN`, `TAKEN`. */
  change(act: Act, id: string, { name, shared }: ChangeViewInput): Promise<SavedViewEntity> {
    assertSharesViews(act.viewer, shared ?? false);
    return this.write(act, id, 'view.changed', (view, own) => {
      if (name != null) {
        assertFree(
          own.filter((other) => other.id !== id),
          name.trim(),
        );
        view.name = name.trim();
      }
      view.shared = shared ?? view.shared;
    });
  }

  /** It is found no more, by nobody. @throws {DomainError} `NOT_FOUND` when the viewer keeps no such view. */
  remove(act: Act, id: string): Promise<SavedViewEntity> {
    return this.write(act, id, 'view.removed', (view) => {
      view.endedAt = act.at;
    });
  }

  /**
   * What the viewer sees first of its page, in place of what they saw first until now; or no longer.
   *
   * @throws {DomainError} `NOT_FOUND` when the viewer finds no such view.
   */
  setDefault(act: Act, id: string, isDefault: boolean): Promise<SavedViewEntity> {
    const { personId } = act.viewer;
    return this.database.transaction(async (tx) => {
      await lockPerson(tx, personId);
      const view = isUUID(id) && (await tx.findOneBy(SavedViewEntity, foundBy(act.viewer, id)));
      if (!view) throw new DomainError('NOT_FOUND', 'There is no such view.', ['id']);
      const known = await tx.findOneBy(DefaultViewEntity, { personId, path: view.path });
      const wasDefault = known?.viewId === id;
      if (isDefault) await tx.save(DefaultViewEntity, { personId, path: view.path, viewId: id });
      else if (known && wasDefault) await tx.remove(known);
      const subject = { type: 'savedView', id };
      await this.audit.record(tx, act, 'view.defaultSet', subject, { isDefault: wasDefault }, { isDefault });
      return view;
    });
  }

  private write(
    act: Act,
    id: string,
    event: string,
    decide: (view: SavedViewEntity, own: readonly SavedViewEntity[]) => void,
  ): Promise<SavedViewEntity> {
    const { personId } = act.viewer;
    return this.database.transaction(async (tx) => {
      const own = await this.ownOf(tx, personId);
      const view = own.find((one) => one.id === id && keepsView(personId, one));
      if (!view) throw new DomainError('NOT_FOUND', 'You keep no such view.', ['id']);
      const before = { ...view };
      decide(view, own);
      await tx.save(view);
      await this.audit.record(tx, act, event, { type: 'savedView', id }, before, view);
      return view;
    });
  }

  /** Locked by their person: two windows of one cannot both take a name. */
  private async ownOf(tx: EntityManager, ownerId: string): Promise<SavedViewEntity[]> {
    await lockPerson(tx, ownerId);
    return tx.findBy(SavedViewEntity, { ownerId, endedAt: IsNull() });
  }
}

async function lockPerson(tx: EntityManager, id: string): Promise<void> {
  await tx.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [id]);
}

/** What a person finds: their own views, and those that others who are still here share with them. */
function foundBy(viewer: Viewer, id?: string): FindOptionsWhere<SavedViewEntity>[] {
  const standing = { ...(id && { id }), endedAt: IsNull() };
  return [
    { ...standing, ownerId: viewer.personId },
    ...(sharesViews(viewer) ? [{ ...standing, shared: true, ownerId: Raw(isHere) }] : []),
  ];
}

/** A view of somebody who left is nobody's to change or remove. */
const isHere = (ownerId: string) => `EXISTS (SELECT FROM person p WHERE p.id = ${ownerId} AND p.ended_at IS NULL)`;

function assertFree(views: readonly SavedViewEntity[], name: string): void {
  if (views.some((view) => view.name === name))
    throw new DomainError('TAKEN', 'You keep a view of that name already.', ['name']);
}
