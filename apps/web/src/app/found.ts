import { RequestError } from './request-error';

/** What a detail page is about. What does not exist, or not for the viewer, gets the 404 page in the shell. */
export function found<Thing>(thing: Thing | null | undefined): Thing {
  if (thing === null || thing === undefined) throw new RequestError('NOT_FOUND', 'There is nothing at this address.');
  return thing;
}
