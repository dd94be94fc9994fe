import {
  assertCanManagePeople,
  assertKeepsTree,
  assertPartCanEnd,
  assertSlug,
  canSeePeople,
  DomainError,
  nameOf,
  reasonOf,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { uuidv7 } from '../platform/uuid.js';
import { BusinessUnitEntity } from './business-unit.entity.js';
import type { AddBusinessUnitInput, ChangeBusinessUnitInput } from './business-unit.type.js';
import { dependentsOfUnit } from './dependents.js';
import { knownUnit } from './insert-person.js';
import { locked } from './locked.js';

@Injectable()
export class BusinessUnits {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** By name. */
  async all(act: Act): Promise<BusinessUnitEntity[]> {
    if (!canSeePeople(act.viewer)) return [];
    return this.database.read
      .createQueryBuilder(BusinessUnitEntity, 'unit')
      .orderBy('unit.name COLLATE "und-x-icu"')
      .addOrderBy('unit.id')
      .getMany();
  }

  add(act: Act, { name, slug, parentId }: AddBusinessUnitInput): Promise<BusinessUnitEntity> {
    assertCanManagePeople(act.viewer);
    assertSlug(slug);
    return this.database.transaction(async (tx) => {
      await lockTree(tx);
      if (await tx.existsBy(BusinessUnitEntity, { slug })) {
        throw new DomainError('SLUG_TAKEN', 'Another unit has, or had, this slug.', ['slug']);
      }
      const unit = tx.create(BusinessUnitEntity, {
        id: uuidv7(act.at),
        slug,
        name: nameOf(name),
        parentId: parentId ?? null,
        endedAt: null,
      });
      await knownUnit(tx, unit.parentId, 'parentId');
      assertKeepsTree(unit.id, unit.parentId, await parents(tx));
      await tx.insert(BusinessUnitEntity, unit);
      await this.audit.record(tx, act, 'businessUnit.added', { type: 'businessUnit', id: unit.id }, null, unit);
      return unit;
    });
  }

  /** @throws {DomainError} When the unit would come to stand below itself. */
  change(act: Act, id: string, { name, parentId }: ChangeBusinessUnitInput): Promise<BusinessUnitEntity> {
    assertCanManagePeople(act.viewer);
    return this.database.transaction(async (tx) => {
      await lockTree(tx);
      const unit = await locked(tx, BusinessUnitEntity, id, 'unit');
      if (unit.endedAt) throw new DomainError('ALREADY_ENDED', `${unit.name} has ended already.`, ['id']);
      const before = { ...unit };
      if (name != null) unit.name = nameOf(name);
      if (parentId !== undefined) {
        if (parentId !== unit.parentId) await knownUnit(tx, parentId, 'parentId');
        assertKeepsTree(id, parentId, await parents(tx));
        unit.parentId = parentId;
      }
      await tx.save(unit);
      await this.audit.record(tx, act, 'businessUnit.changed', { type: 'businessUnit', id }, before, unit);
      return unit;
    });
  }

  /** @throws {DomainError} When it has ended, or something still belongs to it. */
  end(act: Act, id: string, why: string): Promise<BusinessUnitEntity> {
    assertCanManagePeople(act.viewer);
    const reason = reasonOf(why);
    return this.database.transaction(async (tx) => {
      await lockTree(tx);
      const unit = await locked(tx, BusinessUnitEntity, id, 'unit');
      assertPartCanEnd(unit, await dependentsOfUnit(tx, id, act.at));
      const before = { ...unit };
      unit.endedAt = act.at;
      await tx.save(unit);
      await this.audit.record(tx, { ...act, reason }, 'businessUnit.ended', { type: 'businessUnit', id }, before, unit);
      return unit;
    });
  }
}

/** Two moves at once could close a circle that neither of them sees. */
async function lockTree(tx: EntityManager): Promise<void> {
  await tx.query('LOCK TABLE business_unit IN SHARE ROW EXCLUSIVE MODE');
}

async function parents(tx: EntityManager): Promise<Map<string, string | null>> {
  const units = await tx.find(BusinessUnitEntity, { select: { id: true, parentId: true } });
  return new Map(units.map(({ id, parentId }) => [id, parentId]));
}
