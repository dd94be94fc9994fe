import { assertNotOwnDelivery, DELIVERED_ALONE, isOwnOrder } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { defineLoader, type Loaders } from '../../platform/graphql/loaders.js';
import type { OrderRow } from '../order-rows.js';
import { membershipsOf, membersOf } from './members.js';

const members = defineLoader<string, string[]>(async (ids, { manager, act }) => {
  const rows = await membershipsOf(manager, act, ids);
  return ids.map((id) => rows.filter(({ teamId }) => teamId === id).map(({ personId }) => personId));
});

/**
 * @param note What the viewer says about it.
 * @returns The note; with it, where nobody else could have delivered it, that this is so.
 * @throws {DomainError} `FORBIDDEN` for an own order while somebody else of the teams could.
 */
export async function notedDelivery(
  tx: EntityManager,
  act: Act,
  order: OrderRow,
  teamIds: readonly string[],
  note: string | null,
): Promise<string | null> {
  const isAlone = assertNotOwnDelivery(act.viewer.personId, order, await membersOf(tx, act, teamIds));
  return isAlone ? [note, DELIVERED_ALONE].filter(Boolean).join(' ') : note;
}

/** Whether the viewer may say that the work of these teams is done, as far as it may be an own order. */
export async function maySayDone(
  loaders: Loaders,
  { viewer }: Act,
  order: OrderRow,
  teamIds: readonly string[],
): Promise<boolean> {
  if (!isOwnOrder(viewer.personId, order)) return true;
  const all = await Promise.all(teamIds.map((id) => loaders.load(members, id)));
  return all.flat().every((id) => isOwnOrder(id, order));
}

/** The teams of what is still to be done. */
export function teamsAtWork({ tasks }: Pick<OrderRow, 'tasks'>): string[] {
  return [...new Set(tasks.filter(({ isUndo }) => !isUndo).map(({ teamId }) => teamId))];
}
