import { stuckSentence, waitsForDeputies } from '@accord/domain';
import { teamToday } from '../catalog/management/service-management.loader.js';
import { enterpriseToday } from '../people/enterprise.loader.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { stagesOfOrder } from './approvals/approval.loader.js';
import { nextPersons } from './next-persons.js';
import { itemsOfOrder, planById } from './order.loader.js';
import type { OrderRow } from './order-rows.js';

/** Why an order waits though nobody is left who could act, and who changes that; null where somebody can. */
export async function stuckBecause(loaders: Loaders, order: OrderRow): Promise<string | null> {
  if (order.state === 'scheduled') return withoutTeam(loaders, order);
  const isAsked = order.state === 'awaitingApproval';
  if (!isAsked && !waitsForDeputies(order)) return null;
  if ((await nextPersons(loaders, order)).length > 0) return null;
  const stages = isAsked ? await loaders.load(stagesOfOrder, order.id) : [];
  return stuckSentence(stages.find(({ state }) => state === 'open') ?? null);
}

const NO_TEAM = 'Its day has come, but no team manages the service; the BT office names one.';

/** Its day has come, and nobody could begin. */
async function withoutTeam(loaders: Loaders, { id, startOn }: OrderRow): Promise<string | null> {
  const { today } = await loaders.load(enterpriseToday, 'enterprise');
  if (startOn! > today) return null;
  for (const { planId } of await loaders.load(itemsOfOrder, id)) {
    const { serviceId } = (await loaders.load(planById, planId))!;
    if ((await teamToday(loaders, serviceId)) === null) return NO_TEAM;
  }
  return null;
}
