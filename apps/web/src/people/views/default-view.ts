import { redirect } from '@tanstack/react-router';
import { allow } from '../../app/allow';
import { parseSearch, stringifySearch } from '../../app/search-codec';
import { useViewer, type Viewer } from '../../app/session';

type Search = Record<string, unknown>;

/** Parameters that say how to read a page, and not what to see of it. */
const MANNERS = ['tz'];

const isUnsaid = (search: Search): boolean =>
  Object.entries(search).every(([name, value]) => value === undefined || MANNERS.includes(name));

const searchOf = ({ defaultViews }: Viewer, page: string) => defaultViews.find(({ path }) => path === page)?.search;

/** For a route's `beforeLoad`: who may see the page, and does not say what of it, sees first what they want to see first. */
export function allowFirst(right: Parameters<typeof allow>[0], page: string) {
  return ({ context, location }: { context: { viewer: Viewer }; location: { search: object } }): void => {
    allow(right)({ context });
    const first = searchOf(context.viewer, page);
    if (!first || !isUnsaid({ ...location.search })) return;
    throw redirect({ href: page + stringifySearch({ ...location.search, ...parseSearch(first) }), replace: true });
  };
}

/** Says so in the address where nothing is chosen of a page that would open its default view else. */
export function useOrAll(page: string) {
  const first = searchOf(useViewer(), page);
  return <Chosen extends object>(search: Chosen): Chosen & { view: 'all' | undefined } => {
    const chosen = { ...search, view: undefined };
    return { ...chosen, view: first && isUnsaid(chosen) ? 'all' : undefined };
  };
}
