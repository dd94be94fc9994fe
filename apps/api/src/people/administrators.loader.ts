import { defineLoader } from '../platform/graphql/loaders.js';
import { activeAdministrators, countAdministratorsEver } from './administrators.js';

/** Administrators in force at the instant of the request. */
export const administratorsNow = defineLoader<'now', Awaited<ReturnType<typeof activeAdministrators>>>(
  async (keys, { manager, act }) => {
    const administrators = await activeAdministrators(manager, act.at);
    return keys.map(() => administrators);
  },
);

/** How many persons had ever been administrators at the instant of the request. */
export const administratorsEver = defineLoader<'ever', number>(async (keys, { manager, act }) => {
  const count = await countAdministratorsEver(manager, act.at);
  return keys.map(() => count);
});
