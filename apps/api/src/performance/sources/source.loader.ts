import { defineLoader } from '../../platform/graphql/loaders.js';
import { mayExpect } from './source-lists.js';

/** Whether the viewer says how long a source may be quiet. */
export const viewerMayExpect = defineLoader<string, boolean>(async (ids, { manager, act }) => {
  const may: boolean[] = [];
  // One after the other: only the page of one source asks.
  for (const id of ids) may.push(await mayExpect(manager, act.viewer!, id));
  return may;
});
