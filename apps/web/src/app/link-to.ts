import { parseSearch } from './search-codec';

/** Where an address of Accord leads that the server wrote with its parameters, as links take it. */
export function linkTo(address: string): { to: '/'; search: never } {
  const { pathname, search } = new URL(address, window.location.origin);
  return { to: pathname as '/', search: parseSearch(search) as never };
}
