import { agreementBuilders } from './agreements.js';
import { startApi, type Api } from './api.js';
import { catalogBuilders } from './catalog.js';
import { governanceBuilders } from './governance.js';
import { importBuilders } from './imports.js';
import { orderBuilders } from './orders.js';
import { peopleBuilders } from './people.js';
import { performanceBuilders } from './performance.js';
import { providerBuilders } from './providers.js';
import { rewardBuilders } from './rewards.js';

/** What a story needs, made through the use cases, missing parents included. Each noun adds its own builders. */
export function builders(api: Api) {
  const people = peopleBuilders(api);
  const parents = {
    ...people,
    ...providerBuilders(api, people),
    ...catalogBuilders(api, people),
    ...importBuilders(api),
  };
  const measured = { ...parents, ...agreementBuilders(api, parents), ...performanceBuilders(api, people) };
  const ordered = { ...measured, ...orderBuilders(api, parents) };
  return {
    ...ordered,
    ...governanceBuilders(api, measured),
    ...rewardBuilders(api, ordered),
  };
}

/** What a story starts with: a server of its own, and builders that fill it. */
export async function startStory(...options: Parameters<typeof startApi>) {
  const api = await startApi(...options);
  return { api, given: builders(api) };
}
