import { decidersOf } from '@accord/domain';
import type { Loaders } from '../../platform/graphql/loaders.js';
import type { OrderRow } from '../order-rows.js';
import { stagesOfOrder, standInsToday } from './approval.loader.js';

/** Who could approve or reject an order today, substitutes included; nobody unless it awaits approval. */
export async function deciders(loaders: Loaders, order: OrderRow): Promise<string[]> {
  if (order.state !== 'awaitingApproval') return [];
  const open = (await loaders.load(stagesOfOrder, order.id)).find(({ state }) => state === 'open');
  if (!open) return [];
  const away = await Promise.all(open.seats.map(({ personId }) => loaders.load(standInsToday, personId)));
  return decidersOf(open.seats, away.flat(), [order.requesterId, order.beneficiaryId]);
}
