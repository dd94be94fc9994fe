import { Scorecards } from '../../governance/scorecards.js';
import { Database } from '../../platform/database/database.js';
import { governanceBy } from '../builders/governance.js';
import type { PersonKey } from '../content/people.js';
import type { ProviderSlug } from '../content/providers.js';
import { type DemoReview, REVIEWS } from '../content/reviews.js';
import { type DemoKPI, HEAVIER_LINES, SCORECARDS } from '../content/scorecards.js';
import { instantAt, plusDays } from '../months.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';

const CHAIR: PersonKey = 'hugo';

/** What providers are measured by, and what was said and decided about it. */
export function reviewScenes(stage: Stage): Scene[] {
  return [...scorecardScenes(stage), ...REVIEWS.flatMap((review) => lifeOf(stage, review))];
}

/** Hugo proposes and the BT office approves. */
function scorecardScenes(stage: Stage): Scene[] {
  const { months } = stage;
  const by = governanceBy(stage.get);
  const step = 'Scorecards';
  const first = Object.entries(SCORECARDS).flatMap(([provider, kpis]): Scene[] => {
    let version: { id: string };
    const propose = async () => {
      const input = scorecard(stage, provider as ProviderSlug, kpis, months.day(2, 1));
      version = await by.proposedScorecard(await stage.act(CHAIR), input);
    };
    return [
      { at: months.at(1, 20, '14:00'), step, play: propose },
      {
        at: months.at(1, 23, '09:30'),
        step,
        play: async () => stage.get(Scorecards).approve(await stage.act('ruth'), version.id),
      },
    ];
  });
  const { provider, weights } = HEAVIER_LINES;
  const heavier = SCORECARDS[provider]!.map((kpi, i) => ({ ...kpi, weight: weights[i]! }));
  const next = plusDays(months.day(13, 31), 1);
  const waiting = async () => by.proposedScorecard(await stage.act(CHAIR), scorecard(stage, provider, heavier, next));
  return [...first, { at: months.at(12, 20, '15:15'), step, play: waiting }];
}

function scorecard(stage: Stage, provider: ProviderSlug, kpis: readonly DemoKPI[], effectiveFrom: string) {
  return {
    providerId: stage.id('provider', provider),
    effectiveFrom,
    minimumCoverage: '60',
    kpis: kpis.map(({ service, commitment, ...kpi }) => {
      return { ...kpi, commitmentId: stage.id('commitment', `${service}/${commitment}`) };
    }),
  };
}

function lifeOf(stage: Stage, review: DemoReview): Scene[] {
  const { months } = stage;
  const { provider, month, plannedFor, frozen, comment, held, decisions = [], actions = [], closed } = review;
  const by = governanceBy(stage.get);
  const step = 'Reviews';
  const chair = () => stage.act(CHAIR);
  const day = (workingDay: number) => stage.workingDay(month + 1, workingDay);
  const on = ([workingDay, time]: readonly [number, string]) => instantAt(months.zone, day(workingDay), time);
  let id = '';

  const plan = async () => {
    const when = { period: months.period(month), plannedOn: day(plannedFor) };
    const who = { providerId: stage.id('provider', provider), chairId: stage.id('person', CHAIR) };
    ({ id } = await by.planned(await chair(), { ...who, ...when }));
  };
  const hold = async () => {
    await by.held(await chair(), { id }, held!.minutes);
    for (const { kind, text, creditOf } of decisions) {
      const creditId = creditOf ? await creditFor(stage, creditOf, months.period(month)) : null;
      await by.decided(await chair(), { reviewId: id, kind, text, creditId });
    }
    for (const action of actions) {
      const { what, owner, due } = action;
      const made = { reviewId: id, what, ownerId: stage.id('person', owner), due: day(due) };
      stage.made('action', what, await by.action(await chair(), made));
    }
  };
  const done = actions.flatMap(({ what, owner, done }) => (done ? [{ what, owner, ...done }] : []));
  const scenes: (Scene | undefined)[] = [
    { at: months.at(month, 22, '10:15'), step, play: plan },
    frozen && { at: on(frozen), step, play: async () => by.frozen(await chair(), { id }) },
    comment && {
      at: on(comment.on),
      step,
      play: async () => by.commented(await stage.act(comment.by), { id }, comment.words),
    },
    held && { at: on(held.on), step, play: hold },
    closed && { at: on(closed), step, play: async () => by.closed(await chair(), { id }) },
    ...done.map(({ what, owner, on: when, outcome }) => ({
      at: on(when),
      step,
      play: async () => by.completed(await stage.act(owner), { id: stage.id('action', what) }, outcome),
    })),
  ];
  return scenes.filter((scene) => !!scene);
}

/** The credit that stands for a commitment, named `service/slug`, in a period. */
async function creditFor(stage: Stage, commitment: string, period: string): Promise<string> {
  const [credit] = await stage.get(Database).read.query(
    `SELECT k.id FROM service_credit k JOIN period_result r ON r.id = k.result_id
     WHERE r.commitment_id = $1 AND r.period = $2 AND r.state = 'frozen'`,
    [stage.id('commitment', commitment), period],
  );
  return credit.id;
}
