import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { ADVISORY_LOCK } from '../../platform/database/advisory-locks.js';

/**
 * A connection of its own that holds a source for as long as it is imported: nobody else can, in this process or
 * another, and when the process dies the source is free again.
 */
export class ImportSession {
  private constructor(
    private readonly runner: QueryRunner,
    private readonly source: string,
  ) {}

  /** @returns null when somebody else is importing from the source. */
  static async open(dataSource: DataSource, source: string): Promise<ImportSession | null> {
    const runner = dataSource.createQueryRunner();
    const [{ free }] = await runner.query('SELECT pg_try_advisory_lock($1, hashtext($2)) AS free', [
      ADVISORY_LOCK.imports,
      source,
    ]);
    if (free) return new ImportSession(runner, source);
    await runner.release();
    return null;
  }

  /** Everything that `work` does through `tx` happens, or nothing does. */
  async transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    await this.runner.startTransaction();
    try {
      const made = await work(this.runner.manager);
      await this.runner.commitTransaction();
      return made;
    } catch (error) {
      await this.runner.rollbackTransaction().catch(() => {}); // The connection may be what broke.
      throw error;
    }
  }

  async close(): Promise<void> {
    try {
      await this.runner.query('SELECT pg_advisory_unlock($1, hashtext($2))', [ADVISORY_LOCK.imports, this.source]);
    } catch {
      // The connection is gone, and the lock with it.
    } finally {
      await this.runner.release();
    }
  }
}
