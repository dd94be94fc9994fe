import { rewardsBy } from '../builders/rewards.js';
import type { PersonKey } from '../content/people.js';
import { MEASURES, REWARD_PLAN, SHARES } from '../content/rewards.js';
import { instantAt } from '../months.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';

const OFFICER: PersonKey = 'helen';
const LEAD: PersonKey = 'aisha';
const FIRST_MONTH = 10;

/** How a team is paid for what it manages: two months released, and a difference that waits after a restatement. */
export function rewardScenes(stage: Stage): Scene[] {
  const { months } = stage;
  const by = rewardsBy(stage.get);
  const step = 'Rewards';
  const officer = () => stage.act(OFFICER);
  const lead = () => stage.act(LEAD);
  let planId = '';

  const on = (month: number, workingDay: number, time: string) =>
    instantAt(months.zone, stage.workingDay(month, workingDay), time);
  const calculate = async (month: number) => by.calculated(await officer(), { id: planId }, months.period(month));
  /** On the days after the closing of the month. */
  const paid = (month: number): Scene[] => {
    let id = '';
    return [
      { at: on(month + 1, 4, '13:10'), step, play: async () => ({ id } = await calculate(month)) },
      { at: on(month + 1, 5, '09:20'), step, play: async () => by.approved(await lead(), { id }) },
      { at: on(month + 1, 5, '16:00'), step, play: async () => by.released(await officer(), { id }) },
    ];
  };
  const addPlan = async () => {
    const { team, name } = REWARD_PLAN;
    const input = { teamId: stage.id('team', team), name, currency: 'EUR' };
    ({ id: planId } = await by.plan(await officer(), input));
  };
  return [
    { at: months.at(FIRST_MONTH - 1, 8, '10:00'), step, play: addPlan },
    ...versionScenes(stage, () => planId),
    ...shareScenes(stage),
    ...paid(FIRST_MONTH),
    ...paid(FIRST_MONTH + 1),
    { at: on(FIRST_MONTH + 2, 15, '11:30'), step, play: () => calculate(FIRST_MONTH + 1) },
    { at: on(FIRST_MONTH + 3, 4, '13:10'), step, play: () => calculate(FIRST_MONTH + 2) },
  ];
}

/** One is in force; one with a larger pool waits for the lead. */
function versionScenes(stage: Stage, planId: () => string): Scene[] {
  const { months } = stage;
  const by = rewardsBy(stage.get);
  const step = 'Rewards';
  const { terms, curve } = REWARD_PLAN;
  const propose = async (effectiveFrom: string, pool: string) =>
    by.proposed(await stage.act(OFFICER), {
      ...{ ...terms, pool, planId: planId(), effectiveFrom, curve: curve.map((anchor) => ({ ...anchor })) },
      measures: MEASURES.map(({ service, commitment, ...measure }) => {
        return { ...measure, commitmentId: stage.id('commitment', `${service}/${commitment}`) };
      }),
    });
  let id = '';
  return [
    {
      at: months.at(FIRST_MONTH - 1, 9, '14:00'),
      step,
      play: async () => ({ id } = await propose(months.day(FIRST_MONTH, 1), terms.pool)),
    },
    {
      at: months.at(FIRST_MONTH - 1, 11, '10:30'),
      step,
      play: async () => by.versionApproved(await stage.act(LEAD), { id }),
    },
    { at: months.at(12, 19, '14:15'), step, play: () => propose(months.day(13, 1), '2800.00') },
  ];
}

/** Luca joins the team a few days before his share begins. */
function shareScenes(stage: Stage): Scene[] {
  const { months } = stage;
  const step = 'Rewards';
  const teamId = stage.id.bind(stage, 'team', REWARD_PLAN.team);
  const joins = SHARES.find(({ person }) => person === 'luca')!;
  const join = () => {
    const membership = { teamId: teamId(), personId: stage.id('person', joins.person) };
    return stage.enterpriseOf('tomasz').member({ ...membership, from: months.day(joins.month, joins.day) });
  };
  const set = SHARES.map(({ person, weight, month, day }) => ({
    at: months.at(month - 1, 24, '11:00'),
    step,
    play: async () => {
      const share = { teamId: teamId(), personId: stage.id('person', person), weight, from: months.day(month, day) };
      return rewardsBy(stage.get).share(await stage.act(OFFICER), share);
    },
  }));
  return [{ at: months.at(joins.month - 1, 23, '15:00'), step, play: join }, ...set];
}
