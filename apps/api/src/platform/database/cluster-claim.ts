import pg from 'pg';
import { ADVISORY_LOCK } from './advisory-locks.js';

/**
 * Marks the embedded cluster as owned by this process, through a session lock on its `postgres` database.
 * A killed owner loses it at once, whatever becomes of its process id: what is unclaimed is an orphan.
 */
export async function claimCluster(url: string): Promise<{ release(): Promise<void> }> {
  const client = await connect(url);
  await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK.cluster]);
  return { release: () => client.end() };
}

/** Whether a living process owns the cluster that answers at `url`; false when nothing answers. */
export async function isClaimed(url: string): Promise<boolean> {
  const client = await connect(url).catch(() => null);
  if (!client) return false;
  try {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS free', [ADVISORY_LOCK.cluster]);
    return !rows[0].free;
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href,
    connectionTimeoutMillis: 2_000,
    application_name: 'accord-owner',
  });
  client.on('error', () => {}); // The server stopped first; the claim is gone with it.
  await client.connect();
  return client;
}
