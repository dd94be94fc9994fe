import { startApi, type Api } from './api.js';
import { peopleBuilders } from './people.js';

/** What a story needs, made through the use cases, missing parents included. Each noun adds its own builders. */
export function builders(api: Api) {
  return { ...peopleBuilders(api) };
}

/** What a story starts with: a server of its own, and builders that fill it. */
export async function startStory(...options: Parameters<typeof startApi>) {
  const api = await startApi(...options);
  return { api, given: builders(api) };
}
