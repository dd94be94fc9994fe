import { ProviderFigures } from '@accord/api/performance/records/provider-figures.js';
import type { Rows } from './row.js';
import type { World } from './world.js';

let made = 0;

/** Our closed result of a promise by the provider in question. */
async function result({ given, home }: World): Promise<{ resultId: string }> {
  const terms = [{ serviceId: home.service.id, slug: `recorded-${++made}` }];
  const { commitments } = await given.agreement({ kind: 'uc', providerId: home.provider.id, terms });
  await given.closed('2026-02', ...commitments);
  return { resultId: (await given.resultOf(commitments[0]!, '2026-02')).id };
}

/** What somebody else wrote down for the provider. */
async function figure(world: World): Promise<{ id: string }> {
  const { given, api } = world;
  const act = await given.act(await given.person({ roles: ['btOffice'] }));
  return { id: await api.get(ProviderFigures).state(act, { ...(await result(world)), figure: '99.95' }) };
}

export const providerFigures: Rows = {
  stateProviderFigure: { arguments: async (world) => ({ input: { ...(await result(world)), figure: '99.95' } }) },
  agreeToFigure: { arguments: async (world) => ({ ...(await figure(world)), figure: 'PROVIDER' }) },
  'agreeToFigure.ours': { arguments: async (world) => ({ ...(await figure(world)), figure: 'OURS' }) },
  objectToFigure: { arguments: async (world) => ({ ...(await figure(world)), reason: 'Because.' }) },
};
