import { createMemoryHistory, createRouter, type AnyRoute } from '@tanstack/react-router';
import { describe, expect, it } from 'vitest';
import { queryClient } from './query-client';
import { routeTree } from './routes';
import { parseSearch, stringifySearch } from './search-codec';

const router = createRouter({
  routeTree,
  context: { queryClient },
  parseSearch,
  stringifySearch,
  history: createMemoryHistory(),
});

const searched = (Object.values(router.routesById) as AnyRoute[]).filter(({ options }) => options.validateSearch);

/** Any text may stand here: rubbish finds nothing, and the page says so. */
const words = [
  ...[
    'q',
    'bundle',
    'provider',
    'owner',
    'service',
    'draft',
    'plan',
    'pack',
    'calculation',
    'version',
    'edit',
    'webhook',
  ],
  ...['type', 'subject', 'return', 'unit', 'subscription', 'v', 'upload', 'profile'],
];

/** On paper nobody sees that another revision stands there: the sheet says that it is none. */
const SAID = { '/commitments/$service/$commitment/print': ['revision'] } as Record<string, string[]>;

describe('an address with rubbish in its search', () => {
  it.each(searched.map((route) => [route.fullPath as string, route] as const))(
    '%s reads as without it',
    (path, route) => {
      const names = Object.keys((route.options.validateSearch as (raw: object) => object)({}));
      expect(names).not.toEqual([]);
      for (const rubbish of ['abc', '0', '-1', '2026-13', '0001-01', '[]', 'true,', '%00', '{"$gt":1}']) {
        const search = Object.fromEntries(names.map((name) => [name, rubbish]));
        const match = router.matchRoutes(path.replaceAll('$', ''), search).at(-1)!;
        const kept = Object.entries(match.search as object).filter(
          ([name, value]) => value !== undefined && ![...words, ...(SAID[path] ?? [])].includes(name),
        );
        expect(kept, rubbish).toEqual([]);
      }
    },
  );
});
