import PgBoss from 'pg-boss';
import type { DataSource, EntityManager } from 'typeorm';
import { reportFault } from '../errors/fault.js';

/** pg-boss's own tables, apart from ours. */
export const JOB_SCHEMA = 'pgboss';

/** Workers of a lane wait for each other, never for those of another lane. */
export const LANES = ['inside', 'outside'] as const;
export type Lane = (typeof LANES)[number];

/** A job that was under way this long belongs to a server that has died; most jobs take less than a second. */
const LONGEST_MINUTES = 15;

/** pg-boss on the connections that we have anyway. */
export function createBoss(dataSource: DataSource): PgBoss {
  const { master: pool } = dataSource.driver as unknown as { master: PgBoss.Db & { query: PgBoss.Db['executeSql'] } };
  const boss = new PgBoss({
    schema: JOB_SCHEMA,
    db: { executeSql: (text, values) => pool.query(text, values) },
    schedule: false,
    expireInMinutes: LONGEST_MINUTES,
    archiveCompletedAfterSeconds: 3_600,
    deleteAfterDays: 30,
  });
  boss.on('error', (fault) => void reportFault(fault, { where: 'jobs' }));
  return boss;
}

/** Makes pg-boss write in the transaction: what it writes there is there if, and only if, the rest is. */
export function within(tx: EntityManager): PgBoss.Db {
  const { queryRunner } = tx;
  if (!queryRunner?.isTransactionActive) throw new Error('Jobs are enqueued in a transaction.');
  return {
    executeSql: async (text, values) => ({ rows: (await queryRunner.query(text, values, true)).records ?? [] }),
  };
}
