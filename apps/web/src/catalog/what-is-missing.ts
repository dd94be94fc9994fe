import type { ManagedService } from './manage-service-page';

/** What a service needs before customers may use it, and whether it has it. The server decides again. */
export function publishingNeeds({
  owner,
  plans,
  commitments,
}: Pick<ManagedService, 'owner' | 'plans' | 'commitments'>) {
  const offered = plans.filter(({ endedAt }) => endedAt === null);
  const inForce = offered.flatMap(({ agreement }) => (agreement?.current ? [agreement.id] : []));
  return [
    { need: 'owner', met: owner !== null },
    { need: 'plan', met: offered.length > 0 },
    { need: 'promise', met: commitments.some(({ agreement }) => inForce.includes(agreement.id)) },
  ] as const;
}
