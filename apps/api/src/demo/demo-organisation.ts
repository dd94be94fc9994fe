import { FirstAdministrators } from '../people/first-administrators.js';
import { Enterprises } from '../people/enterprises.js';
import type { SettableClock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { withIdsFrom } from '../platform/uuid.js';
import { emptySchema } from '../people/empty-schema.js';
import { Passing } from '../performance/evaluation/passing.js';
import type { UseCases } from './builders/hands.js';
import { ENTERPRISE } from './content/enterprise.js';
import { FOUNDER } from './content/people.js';
import type { DemoImports } from './demo-imports.js';
import { Months } from './months.js';
import { Random } from './random.js';
import { agreementScenes } from './scenes/agreement-scenes.js';
import { annotationScenes } from './scenes/annotation-scenes.js';
import { bundleScenes } from './scenes/bundle-scenes.js';
import { catalogScenes } from './scenes/catalog-scenes.js';
import { chargeScenes } from './scenes/charge-scenes.js';
import { claimScenes } from './scenes/claim-scenes.js';
import { creditScenes } from './scenes/credit-scenes.js';
import { closingScenes } from './scenes/closing-scenes.js';
import { countScenes } from './scenes/count-scenes.js';
import { maintenanceScenes, outageScenes } from './scenes/downtime-scenes.js';
import { exclusionScenes } from './scenes/exclusion-scenes.js';
import { fileScenes } from './scenes/file-scenes.js';
import { approvalScenes } from './scenes/approval-scenes.js';
import { formScenes } from './scenes/form-scenes.js';
import { fulfilmentScenes } from './scenes/fulfilment-scenes.js';
import { rewardScenes } from './scenes/reward-scenes.js';
import { reviewScenes } from './scenes/review-scenes.js';
import { orderScenes } from './scenes/order-scenes.js';
import { mailOf, peopleScenes, unknownPassword } from './scenes/people-scenes.js';
import { roleScenes } from './scenes/role-scenes.js';
import type { Scene } from './scenes/scene.js';
import { valueScenes } from './scenes/value-scenes.js';
import { Stage } from './stage.js';

/** What decides how the demo comes out: equal in both, equal in every row. */
export interface DemoSeed {
  /** The present of the demo; its months lie before. */
  anchor: Date;
  seed: string;
}

export interface Filling extends DemoSeed {
  get: UseCases;
  imports: DemoImports;
  /** The simulated time; nobody else may set it meanwhile. */
  clock: SettableClock;
  onProgress(done: number, total: number, step: string): void;
  /** Aborted when the process has to end. */
  signal: AbortSignal;
}

/** Lets thirteen months of work happen on an emptied database, one act after the other, each at its own time. */
export async function fillDemo(filling: Filling): Promise<void> {
  const { anchor, seed, clock, get, imports, onProgress, signal } = filling;
  const months = new Months(ENTERPRISE.timeZone, anchor);
  const random = new Random(seed);
  const stage = new Stage(get, clock, months, random);
  const chance = random.of('ids');
  await withIdsFrom({ random: () => chance.bytes(16), now: () => clock.now() }, async () => {
    clock.set(months.at(0, 3, '08:30'));
    await found(stage, filling);
    const scenes = scenesOf(stage, imports);
    const total = scenes.reduce((sum, { effort = 1 }) => sum + effort, 0);
    let done = 0;
    for (const { at, step, effort = 1, play } of scenes) {
      signal.throwIfAborted();
      onProgress(done, total, step);
      clock.set(at);
      await play();
      done += effort;
    }
  });
}

/**
 * A clean slate, marked as made up from its first row on; the first administrator is appointed in the same breath.
 * What an earlier fill left behind goes; a database that nobody has used is clean already.
 */
async function found(stage: Stage, { anchor, seed, get, clock }: Filling): Promise<void> {
  await get(Database).transaction(async (tx) => {
    await get(Passing).rest(tx);
    if ((await get(Enterprises).current(tx)).demo) await emptySchema(tx);
    await get(Enterprises).markDemo(tx, { anchor, seed });
    await get(Enterprises).setUp(tx, ENTERPRISE);
    const { name } = FOUNDER;
    const founder = { name, email: mailOf(name), password: unknownPassword() };
    stage.made('person', 'ines', await get(FirstAdministrators).appoint(tx, clock.now(), founder));
  });
}

/** What lies behind the anchor has not happened yet. */
function scenesOf(stage: Stage, imports: DemoImports): Scene[] {
  const scenes = [
    ...peopleScenes(stage),
    ...roleScenes(stage),
    ...catalogScenes(stage),
    ...agreementScenes(stage),
    ...outageScenes(stage),
    ...maintenanceScenes(stage),
    ...fileScenes(stage, imports),
    ...countScenes(stage),
    ...valueScenes(stage),
    ...closingScenes(stage),
    ...exclusionScenes(stage),
    ...annotationScenes(stage),
    ...claimScenes(stage),
    ...creditScenes(stage),
    ...orderScenes(stage),
    ...approvalScenes(stage),
    ...formScenes(stage),
    ...bundleScenes(stage),
    ...fulfilmentScenes(stage),
    ...chargeScenes(stage),
    ...reviewScenes(stage),
    ...rewardScenes(stage),
  ];
  return scenes.filter(({ at }) => at <= stage.months.anchor).sort((a, b) => a.at.getTime() - b.at.getTime());
}
