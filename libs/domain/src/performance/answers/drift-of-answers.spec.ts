import { driftOf } from '@accord/sla';
import { type Answer, countAnswers } from './count-answers.js';

const INDICATOR = {
  kind: 'satisfaction',
  ...{ series: 'desk', lowest: 1, highest: 5, satisfiedFrom: 4, leastAnswers: 5 },
} as const;
const WEEK = 7 * 86_400_000;
const FROM = Date.UTC(2025, 8, 22);
const WEEKS = 26;
const MONTHS = [8, 9, 10, 11, 12, 13, 14, 15].map((month) => ({
  from: Date.UTC(2025, month, 1),
  to: Date.UTC(2025, month + 1, 1),
}));

/** Chance that is the same in every run (Park and Miller 1988). */
function chance(seed: number) {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Answers that come at random, 95 % of them satisfied at first and by so much fewer each week. */
function answersOf(random: () => number, perWeek: number, fall: number): Answer[] {
  const answers: Answer[] = [];
  for (let at = MONTHS[0]!.from; ;) {
    at -= (Math.log(random()) * WEEK) / perWeek;
    if (at >= FROM + WEEKS * WEEK) return answers;
    const satisfied = 0.95 - fall * Math.max(0, (at - FROM) / WEEK);
    answers.push({ ref: 'answers:1', at: Math.floor(at), score: random() < satisfied ? 5 : 1, lowest: 1, highest: 5 });
  }
}

/** The share of each week, of the groups that end in it. */
function weeklyShares(answers: readonly Answer[]): number[] {
  const weeks = Array.from({ length: WEEKS }, () => ({ good: 0, total: 0 }));
  for (const { to, good, total } of MONTHS.flatMap((month) => countAnswers(INDICATOR, month, answers, []).counts)) {
    const week = weeks[Math.floor((to - 1 - FROM) / WEEK)];
    if (!week) continue;
    week.good += good;
    week.total += total;
  }
  return weeks.filter(({ total }) => total > 0).map(({ good, total }) => (100 * good) / total);
}

/** How often satisfaction is said to fall at 5 %. */
function alarms(perWeek: number, fall = 0): number {
  const random = chance(42);
  const runs = 400;
  const found = Array.from({ length: runs }, () => weeklyShares(answersOf(random, perWeek, fall))).filter(
    (values) => driftOf(values, { from: FROM, stepMs: WEEK, limit: 80, worse: 'falling' }).p < 0.05,
  );
  return found.length / runs;
}

it('is falsely found to fall in no more than 5 % of surveys, few answers or many', () => {
  for (const perWeek of [4, 10, 50]) expect(alarms(perWeek)).toBeLessThan(0.05);
});

it('is found to fall by a point a week, the surer the more answer', () => {
  expect(alarms(4, 0.01)).toBeGreaterThan(0.35);
  expect(alarms(10, 0.01)).toBeGreaterThan(0.7);
  expect(alarms(20, 0.01)).toBeGreaterThan(0.95);
});
