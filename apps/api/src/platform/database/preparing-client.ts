import { createHash } from 'node:crypto';
import pg from 'pg';

/** Statements that one connection keeps prepared; those beyond are planned each time, as without this class. */
const MOST_PREPARED = 400;

/** Seen before: what is asked only once is not worth keeping. */
const seen = new Set<string>();
const names = new Map<string, string>();

/**
 * A connection that keeps the statements it is asked more than once prepared, so that PostgreSQL parses and plans them
 * once a connection and not once a request: screens ask few statements, with long texts, all the time.
 */
export class PreparingClient extends pg.Client {
  override query = ((query: unknown, values?: unknown, callback?: unknown) => {
    const ask = super.query as (...args: unknown[]) => unknown;
    const name = typeof query === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(query) : null;
    return name ? ask.call(this, { name, text: query, values }, callback) : ask.call(this, query, values, callback);
  }) as pg.Client['query'];
}

function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known) return known;
  if (!seen.has(text) || names.size >= MOST_PREPARED) {
    if (seen.size < 10 * MOST_PREPARED) seen.add(text);
    return null;
  }
  const name = createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  return name;
}
