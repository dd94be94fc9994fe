import { askedBy, type ApproverSource } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { todayOf } from '../people/today.js';
import { defineLoader } from '../platform/graphql/loaders.js';
import { peopleOf } from './approvals/known-people.js';

const OWNERS: ApproverSource = { kind: 'budgetOwner' };
const OFFICE: ApproverSource = { kind: 'role', role: 'btOffice', within: 'unit' };

/** Who acts in the stead of a requester who has left, by unit: the nearest budget owners up the tree, else the BT office. */
export async function deputiesOf(manager: EntityManager, unitIds: readonly string[], at: Date): Promise<string[][]> {
  const stages = unitIds.map((unitId) => ({ sources: [OWNERS, OFFICE], unitId, serviceId: null }));
  const { people, placeOf } = await peopleOf(manager, stages, await todayOf(manager, at));
  return stages.map((stage) => {
    const place = placeOf(stage);
    const owners = askedBy([OWNERS], place, people, []);
    return owners.length > 0 ? owners : askedBy([OFFICE], place, people, []);
  });
}

export const deputiesOfUnit = defineLoader<string, string[]>((unitIds, { manager, act }) =>
  deputiesOf(manager, unitIds, act.at),
);
