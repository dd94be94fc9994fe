import type { ManagedService } from './manage-service-page';

/** What a service needs before customers may use it, and whether it has it. The server decides again. */
export function publishingNeeds({
  owner,
  plans,
  commitments,
  supportedServices,
}: Pick<ManagedService, 'owner' | 'plans' | 'commitments' | 'supportedServices'>) {
  const offered = plans.filter(({ endedAt }) => endedAt === null);
  const inForce = offered.flatMap(({ agreement }) => (agreement?.current ? [agreement.id] : []));
  const isOnlyRestedOn = offered.length === 0 && supportedServices.some(({ lifecycle }) => lifecycle !== 'RETIRED');
  if (isOnlyRestedOn) return [{ need: 'owner', met: owner !== null }] as const;
  return [
    { need: 'owner', met: owner !== null },
    { need: 'plan', met: offered.length > 0 },
    { need: 'promise', met: commitments.some(({ agreement }) => inForce.includes(agreement.id)) },
  ] as const;
}
