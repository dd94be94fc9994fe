import { covers, holdsEverywhere, isOutsider, reachOf, speaksForProvider, type Viewer } from '../people/viewer.js';

/** Whether the viewer says which team or provider a name of a ticket source means; nobody does who speaks for one. */
export function mayNameHolders(viewer: Viewer): boolean {
  return holdsEverywhere(viewer, ['serviceManager']) && !speaksForProvider(viewer);
}

/** Whether the viewer learns who had a ticket: to an outsider everybody but their own provider is another party. */
export function maySeeHolder(viewer: Viewer, providerId: string | null): boolean {
  return !isOutsider(viewer) || covers(reachOf(viewer, ['providerContact'], 'provider'), providerId);
}
