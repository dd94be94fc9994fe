import { DomainError } from '../domain-error.js';
import type { Lifecycle } from './lifecycle.js';

/** @throws {DomainError} `WRONG_LIFECYCLE` once nobody can begin to use the service any more. */
export function assertCanAddPlan(service: { name: string; lifecycle: Lifecycle }): void {
  if (service.lifecycle !== 'retiring' && service.lifecycle !== 'retired') return;
  throw new DomainError('WRONG_LIFECYCLE', `${service.name} is ${service.lifecycle} and gets no new plans.`, [
    'serviceId',
  ]);
}

/**
 * @param plans How many plans of the service have not ended, this one included.
 * @throws {DomainError} `LAST_PLAN`: a live service can be bought in one way at least.
 */
export function assertCanEndPlan(
  service: { name: string; lifecycle: Lifecycle },
  plan: { name: string },
  plans: number,
): void {
  if (service.lifecycle !== 'live' || plans > 1) return;
  const sentence = `${plan.name} is the last plan of ${service.name}; add another one, or retire the service, first.`;
  throw new DomainError('LAST_PLAN', sentence, ['id']);
}
