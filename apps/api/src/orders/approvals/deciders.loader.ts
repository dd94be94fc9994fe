import { concernedBy, decidersOf } from '@accord/domain';
import type { Loaders } from '../../platform/graphql/loaders.js';
import type { OrderRow } from '../order-rows.js';
import { heldSeats } from './stage-rows.js';
import { stagesOfOrder, standInsToday } from './approval.loader.js';

/** Who could approve or reject an order today, substitutes included; nobody unless it awaits approval. */
export async function deciders(loaders: Loaders, order: OrderRow): Promise<string[]> {
  if (order.state !== 'awaitingApproval') return [];
  const open = (await loaders.load(stagesOfOrder, order.id)).find(({ state }) => state === 'open');
  if (!open) return [];
  const seats = heldSeats(open);
  const away = await Promise.all(seats.map(({ personId }) => loaders.load(standInsToday, personId)));
  return decidersOf(seats, away.flat(), concernedBy(order));
}
