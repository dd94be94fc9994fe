import { Exclusions } from '../../performance/exclusions/exclusions.js';
import { Results } from '../../performance/results/results.js';
import { type DemoExclusion, EXCLUSIONS } from '../content/exclusions.js';
import { rememberedStart } from '../measured/outage-times.js';
import { instantAt } from '../months.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';

const step = 'Exclusions';

/** Somebody asks, somebody else decides, or nobody has yet. */
export function exclusionScenes(stage: Stage): Scene[] {
  return EXCLUSIONS.flatMap((exclusion) => {
    const { month, asked, decision } = exclusion;
    const on = (workingDay: number, time: string) =>
      instantAt(stage.months.zone, stage.workingDay(month + 1, workingDay), time);
    let [id, waiting]: [string, readonly string[]] = ['', []];
    const ask = { at: on(asked, '11:00'), step, play: async () => ({ id } = await propose(stage, exclusion)) };
    if (!decision) return [ask];
    return [
      ask,
      { at: on(decision.workingDay, '16:00'), step, play: async () => (waiting = await decide(stage, id, decision)) },
      { at: on(decision.workingDay, '16:40'), step, play: () => restate(stage, waiting) },
    ];
  });
}

async function propose(
  stage: Stage,
  { service, commitment, month, day, time, minutes, category, reason, evidence, by }: DemoExclusion,
) {
  const from = rememberedStart(stage.months, month, day, time);
  const to = new Date(from.getTime() + minutes * 60_000);
  const commitmentId = stage.id('commitment', `${service}/${commitment}`);
  const notes = evidence ? [{ note: evidence }] : [];
  return stage.measurementsOf(by).exclusion({ commitmentId, from, to, category, reason, evidence: notes });
}

/** @returns The frozen results that it changes and that somebody else has to restate. */
async function decide(
  stage: Stage,
  id: string,
  { state, by, reason }: NonNullable<DemoExclusion['decision']>,
): Promise<readonly string[]> {
  const act = await stage.act(by);
  const exclusions = stage.get(Exclusions);
  if (state === 'approved') return (await exclusions.approve(act, id)).waiting;
  if (state === 'refused') await exclusions.refuse(act, id, reason!);
  else await exclusions.withdraw(act, id);
  return [];
}

async function restate(stage: Stage, results: readonly string[]): Promise<void> {
  const act = await stage.act('mara');
  for (const id of results) await stage.get(Results).restate(act, id, 'The exclusion that was approved counts.');
}
