import type { LinkProps } from '@tanstack/react-router';
import { parseSearch } from '../../app/search-codec';

/** Where a saved view leads; what is no parameter of the page any more counts as not given. */
export const viewLink = ({ path, search }: { path: string; search: string }): Pick<LinkProps, 'to' | 'search'> => ({
  to: path as never,
  search: parseSearch(search) as never,
});
