import { agreements } from './agreements.js';
import { catalog } from './catalog.js';
import { people } from './people.js';
import { providers } from './providers.js';
import type { Rows } from './row.js';

/** Every operation of the schema, by noun. */
export const nouns: Readonly<Record<string, Rows>> = { people, providers, catalog, agreements };
