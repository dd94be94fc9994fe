import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** The one door to the database for use cases. */
@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  /** For reading outside a transaction. */
  get read(): EntityManager {
    return this.dataSource.manager;
  }

  /**
   * Everything that `work` does through `tx` happens, or nothing does: whatever it throws rolls back.
   * One connection does the work, one statement at a time: no `Promise.all` in here, and no other manager.
   */
  transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }
}
