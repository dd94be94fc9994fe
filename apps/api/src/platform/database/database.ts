import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { ConnectionLost } from '../errors/database-trouble.js';
import { Followed } from '../followed.js';

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
   * PostgreSQL may choose it as the victim of a deadlock; then all of `work` is done again, a few times.
   */
  async transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.dataSource.transaction(async (tx) => {
          if (hurried.value) await tx.query('SET LOCAL synchronous_commit TO off');
          return await unbroken(tx, work);
        });
      } catch (error) {
        if (attempt === ATTEMPTS || !isVictim(error)) throw error;
        await pause(Math.random() * PAUSE_MS * attempt);
      }
    }
  }

  /** What `work` would come to: it is rolled back however it ends. */
  async rehearsal<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const rehearsed = new Rehearsed<T>();
    try {
      return await this.transaction(async (tx) => {
        rehearsed.result = [await work(tx)];
        throw rehearsed;
      });
    } catch (error) {
      if (error === rehearsed && rehearsed.result) return rehearsed.result[0];
      throw error;
    }
  }
}

async function unbroken<T>(tx: EntityManager, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  try {
    return await work(tx);
  } catch (error) {
    // A connection that breaks is given back before anything that waits for it fails.
    throw tx.queryRunner?.isReleased ? new ConnectionLost(error) : error;
  }
}

/** Rolls back what went well. */
class Rehearsed<T> extends Error {
  result: [T] | null = null;
}

const hurried = new Followed<true>();

/**
 * The transactions of `work`, and of whatever it waits for, do not wait until the disk has them. A crash may lose the
 * last of them, never one from between: it is for work that is done anew unless a transaction after it was kept.
 */
export function withoutWaitingForDisk<T>(work: () => Promise<T>): Promise<T> {
  return hurried.during(true, work);
}

const ATTEMPTS = 5;
const PAUSE_MS = 50;

/** Of a deadlock, or of transactions that cannot be put one after the other. */
const VICTIM = ['40P01', '40001'];

function isVictim(error: unknown): boolean {
  const code = error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
  return code !== undefined && VICTIM.includes(code);
}
