import { In, type EntityManager } from 'typeorm';
import { ImportRunEntity } from './import-run.entity.js';
import { lockNameOf } from './lock-name.js';

/** Imports that still claim to run under a lock are interrupted: who holds the lock knows that their process died. */
export async function interruptDead(tx: EntityManager, lockName: string, at: Date): Promise<void> {
  const running = await tx.findBy(ImportRunEntity, { state: 'running' });
  const dead = running.filter((run) => lockNameOf(run) === lockName).map(({ id }) => id);
  const reason = 'Accord ended while the import was running.';
  await tx.update(ImportRunEntity, { id: In(dead) }, { state: 'interrupted', reason, finishedAt: at });
}
