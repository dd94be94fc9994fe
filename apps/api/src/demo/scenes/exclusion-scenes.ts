import { Exclusions } from '../../performance/exclusions/exclusions.js';
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
    let id = '';
    const ask = { at: on(asked, '11:00'), step, play: async () => ({ id } = await propose(stage, exclusion)) };
    if (!decision) return [ask];
    return [ask, { at: on(decision.workingDay, '16:00'), step, play: () => decide(stage, id, decision) }];
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

async function decide(
  stage: Stage,
  id: string,
  { state, by, reason }: NonNullable<DemoExclusion['decision']>,
): Promise<unknown> {
  const act = await stage.act(by);
  const exclusions = stage.get(Exclusions);
  if (state === 'approved') return exclusions.approve(act, id);
  if (state === 'refused') return exclusions.refuse(act, id, reason!);
  return exclusions.withdraw(act, id);
}
