import { type BoundAnswer, canSeeSubscription, DomainError, isOutsider } from '@accord/domain';
import { In, IsNull, type EntityManager } from 'typeorm';
import { BusinessUnitEntity } from '../../people/business-unit.entity.js';
import { PersonEntity } from '../../people/person.entity.js';
import { viewerOfPerson } from '../../people/viewer-query.js';
import type { Act } from '../../platform/act/act.js';
import { SubscriptionEntity } from '../subscriptions/subscription.entity.js';

type Known = (manager: EntityManager, act: Act, ids: string[]) => Promise<readonly { id: string }[]>;

/** Which of the ids the viewer may name in an answer: people who work here, units, subscriptions that they see. */
const KNOWN: Readonly<Record<BoundAnswer['format'], Known>> = {
  person: async (manager, { at }, ids) => {
    const people = await manager.findBy(PersonEntity, { id: In(ids), endedAt: IsNull() });
    const colleagues = [];
    for (const person of people) {
      const viewer = await viewerOfPerson(manager, person.id, at);
      if (viewer && !isOutsider(viewer)) colleagues.push(person);
    }
    return colleagues;
  },
  unit: (manager, _, ids) => manager.findBy(BusinessUnitEntity, { id: In(ids), endedAt: IsNull() }),
  subscription: async (manager, { viewer }, ids) => {
    const subscriptions = await manager.findBy(SubscriptionEntity, { id: In(ids) });
    return subscriptions.filter((one) => one.state !== 'ended' && canSeeSubscription(viewer, one));
  },
};

/** @throws {DomainError} `WRONG_ANSWER` at the first field with an id that the viewer may not name; it does not say why. */
export async function assertKnownIds(
  manager: EntityManager,
  act: Act,
  bound: readonly BoundAnswer[],
  path: readonly string[],
): Promise<void> {
  for (const { field, title, format, ids } of bound) {
    const known = await KNOWN[format](manager, act, [...ids]);
    if (ids.every((id) => known.some((one) => one.id === id))) continue;
    throw new DomainError('WRONG_ANSWER', `${title}: choose one from the list.`, [...path, field]);
  }
}
