import { FigureAudits } from '@accord/api/performance/records/figure-audits.js';
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

/** What an audit found, brought by somebody else, of a figure that both sides settled. */
async function audit(world: World): Promise<{ id: string }> {
  const { given, api } = world;
  const settled = await settledResult(world);
  const act = await given.act(await given.person({ roles: ['btOffice'] }));
  return { id: await api.get(FigureAudits).propose(act, { ...settled, ...FOUND }) };
}

async function settledResult(world: World): Promise<{ resultId: string }> {
  const { given, api } = world;
  const known = await result(world);
  const [stating, agreeing] = [
    await given.act(await given.person({ roles: ['btOffice'] })),
    await given.act(await given.person({ roles: ['btOffice'] })),
  ];
  const id = await api.get(ProviderFigures).state(stating, { ...known, figure: '99.95' });
  await api.get(ProviderFigures).agree(agreeing, id, 'provider');
  return known;
}

const FOUND = { figure: '99.8', report: 'Audit 7', reason: 'Two outages were left out.' };

export const providerFigures: Rows = {
  stateProviderFigure: { arguments: async (world) => ({ input: { ...(await result(world)), figure: '99.95' } }) },
  agreeToFigure: { arguments: async (world) => ({ ...(await figure(world)), figure: 'PROVIDER' }) },
  'agreeToFigure.ours': { arguments: async (world) => ({ ...(await figure(world)), figure: 'OURS' }) },
  proposeFigureAudit: { arguments: async (world) => ({ input: { ...(await settledResult(world)), ...FOUND } }) },
  confirmFigureAudit: { arguments: audit },
  refuseFigureAudit: { arguments: async (world) => ({ ...(await audit(world)), reason: 'Because.' }) },
  withdrawFigureAudit: { arguments: audit },
  objectToFigure: { arguments: async (world) => ({ ...(await figure(world)), reason: 'Because.' }) },
};
