import type { ScopeKind } from '@accord/domain';
import { In } from 'typeorm';
import { groupedBy, inOrderOf } from '../platform/graphql/in-order-of.js';
import { defineLoader, type LoaderDefinition } from '../platform/graphql/loaders.js';
import { RoleAssignmentEntity } from './role-assignment.entity.js';

/** All that somebody was ever proposed for, newest first. */
export const rolesOfPerson = defineLoader<string, RoleAssignmentEntity[]>(async (ids, { manager }) => {
  const rows = await manager.find(RoleAssignmentEntity, {
    where: { personId: In([...ids]) },
    order: { proposedAt: 'DESC', id: 'DESC' },
  });
  return groupedBy(ids, rows, ({ personId }) => personId);
});

/** Where the things that a role can be given for are kept. */
export const TABLE_OF_SCOPE = {
  unit: 'business_unit',
  service: 'service',
  provider: 'provider',
  team: 'team',
} as const satisfies Record<Exclude<ScopeKind, 'organisation'>, string>;

type NameLoader = LoaderDefinition<string, string | null>;

const nameIn = (table: string): NameLoader =>
  defineLoader(async (ids, { manager }) => {
    const rows: { id: string; name: string }[] = await manager.query(
      `SELECT id, name FROM ${table} WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    return inOrderOf(ids, rows, ({ id }) => id).map((row) => row?.name ?? null);
  });

/** The name of what a role is given for. */
export const scopeName: Readonly<Record<keyof typeof TABLE_OF_SCOPE, NameLoader>> = {
  unit: nameIn(TABLE_OF_SCOPE.unit),
  service: nameIn(TABLE_OF_SCOPE.service),
  provider: nameIn(TABLE_OF_SCOPE.provider),
  team: nameIn(TABLE_OF_SCOPE.team),
};
