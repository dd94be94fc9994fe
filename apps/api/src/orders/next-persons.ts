import { nextOf, waitsForDeputies } from '@accord/domain';
import type { Loaders } from '../platform/graphql/loaders.js';
import { deciders } from './approvals/deciders.loader.js';
import { deputiesOfUnit } from './deputies.js';
import type { OrderRow } from './order-rows.js';

/** Ids of the persons who act next on an order. */
export async function nextPersons(loaders: Loaders, order: OrderRow): Promise<readonly string[]> {
  if (order.state === 'awaitingApproval') return deciders(loaders, order);
  const deputies = waitsForDeputies(order) ? await loaders.load(deputiesOfUnit, order.unitId) : [];
  return nextOf(order, deputies).personIds;
}
