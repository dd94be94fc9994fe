import { people } from './people.js';
import type { Rows } from './row.js';

/** Every operation of the schema, by noun. */
export const nouns: Readonly<Record<string, Rows>> = { people };
