import { chainInWords, type JudgedChain, judgeChainOf } from '@accord/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { promisesOf, readChainWorld } from '../../agreements/chain/chain-world.js';
import { SupportChanges } from '../../catalog/services/support-changes.js';
import { TermsInForce } from '../../agreements/terms-in-force.js';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { type Found, Findings } from '../findings/findings.js';
import { yearFrom } from './chain.loader.js';

/** Promises that their parts cannot carry: found when promises change or services rest on others, and every day, as some begin and some end. */
@Injectable()
export class ChainFindings implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly terms: TermsInForce,
    private readonly supports: SupportChanges,
    private readonly jobs: Jobs,
    private readonly findings: Findings,
  ) {}

  onModuleInit(): void {
    const judgeSoon = (tx: EntityManager) => this.jobs.enqueue(tx, 'chains', {});
    this.terms.listen(judgeSoon);
    this.supports.listen(judgeSoon);
  }

  /** Doing it twice changes nothing more. */
  @Job('chains', { everyMinutes: 1440 })
  async judge(_: object, { at }: Pick<JobRun, 'at'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const act = { viewer: null, at };
      const names = await promisesOf(tx, at);
      const broken = await brokenChains(tx, [...names.keys()], at);
      const called = (id: string) => names.get(id)?.name ?? 'another commitment';
      const serviceOf = (id: string) => [names.get(id)!.serviceId];
      const overPromises = broken.map((chain): Found<'overPromise'> => {
        const { id, serviceId } = chain.links[0]!.promise;
        const facts = { ...chainInWords(chain), weakest: called(chain.weakest) };
        return { subjectId: id, serviceIds: [serviceId], facts };
      });
      await this.findings.settle(tx, act, 'overPromise', overPromises);
      const above = new Map<string, string[]>();
      for (const { weakest, links } of broken)
        above.set(weakest, [...(above.get(weakest) ?? []), called(links[0]!.promise.id)]);
      const weakest = [...above].map(([id, promises]): Found<'weakestLink'> => {
        const facts = { promises: String(promises.length), among: promises.toSorted()[0]! };
        return { subjectId: id, serviceIds: serviceOf(id), facts };
      });
      await this.findings.settle(tx, act, 'weakestLink', weakest);
    });
  }
}

/** Those that do not hold, each judged in a turn of its own: the server answers others in between. */
async function brokenChains(tx: EntityManager, ids: readonly string[], at: Date): Promise<JudgedChain[]> {
  const world = await readChainWorld(tx, ids, at);
  const range = yearFrom(at);
  const broken: JudgedChain[] = [];
  for (const id of ids) {
    const chain = judgeChainOf(id, world, range);
    if (chain && !chain.holds) broken.push(chain);
    await setImmediate();
  }
  return broken;
}
