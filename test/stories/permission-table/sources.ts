import { Pulls } from '@accord/api/performance/sources/pulls.js';
import type { Rows } from './row.js';
import type { World } from './world.js';

let made = 0;

/** Inside, so that nobody is asked. */
const address = 'https://10.0.0.1';
const asked = { prometheusUp: { up: 'up', stepSeconds: 60 } };

/** A pull of the service in question, with a source of its own. */
async function pull({ api, given, home }: World) {
  const act = await given.act((await given.serviceManagers())[0]!);
  const sourceName = `Monitor ${++made}`;
  const { id, sourceId } = await api.get(Pulls).add(act, {
    ...{ sourceName, serviceId: home.service.id, series: null, address, authorization: null, everyMinutes: 5 },
    asked: { kind: 'prometheusUp', ...asked.prometheusUp },
    since: act.at,
  });
  return { id, sourceId, slug: `monitor-${made}` };
}

export const sources: Rows = {
  sources: { arguments: async (world) => (await pull(world), { first: 200 }) },
  source: { arguments: async (world) => ({ slug: (await pull(world)).slug }), selection: 'id' },
  expectSource: { arguments: async (world) => ({ id: (await pull(world)).sourceId, quietMinutes: 60 }) },
  addPull: {
    arguments: ({ api, home }) => ({
      input: {
        ...{ sourceName: `Monitor ${++made}`, serviceId: home.service.id, address, asked, everyMinutes: 5 },
        since: api.clock.now().toISOString(),
      },
    }),
  },
  changePull: {
    arguments: async (world) => ({
      id: (await pull(world)).id,
      version: 1,
      input: { state: 'PAUSED' },
    }),
  },
  tryPull: { arguments: () => ({ input: { address, asked } }) },
};
