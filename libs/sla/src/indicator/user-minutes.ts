import type { Calendar } from '../calendar/calendar.js';
import { openMsBetween } from '../calendar/open-time.js';
import { assertCount } from '../foundation/check.js';
import { Exact } from '../foundation/decimal.js';
import { step } from '../foundation/explanation.js';
import { InputError } from '../foundation/input-error.js';
import { clip, type Interval, subtract, unite } from '../foundation/interval.js';
import { type Amount, plain } from './amount.js';
import type { ExcludedTime } from './availability-parts.js';
import { type Closed, closedOutages } from './closed-outage.js';
import type { Impact, Stretch } from './evidence.js';
import type { Loss, Measured, OutageContribution } from './measured.js';
import { openMsOf } from './open-sum.js';

type ClosedImpact = Closed<Impact>;

/**
 * Measures the open time that users lost: each outage weighs as many users as it hit. Together outages never hit more
 * than there are; what exceeds that counts for the earlier ones.
 *
 * @param users How many could have used the service.
 * @throws {InputError} When an interval is malformed, or an outage hit more users than there are.
 */
export function measureUserMinutes(
  { calendar, excludedTime }: { readonly calendar: Calendar; readonly excludedTime: ExcludedTime },
  period: Interval,
  { judgedTo, asOf }: { readonly judgedTo: number; readonly asOf: number },
  { users, impacts }: { readonly users: number; readonly impacts: readonly Impact[] },
  takenOut: readonly Stretch[],
): Measured {
  assertCount('users', users);
  impacts.forEach((impact, i) => assertImpact(users, impact, i));
  const range = { from: period.from, to: judgedTo };
  const away = unite(takenOut);
  const excluded = clip(away, range);
  const promisedMs = (part: Interval) =>
    openMsBetween(calendar, part.from, part.to) -
    (excludedTime === 'removed' ? openMsOf(calendar, clip(away, part)) : 0);

  const hits = closedOutages('impacts', impacts, asOf);
  const lost = new Map<ClosedImpact, Exact>(hits.map((hit) => [hit, new Exact(0)]));
  const losses: Loss[] = [];
  for (const { from, to, running } of stretchesOf(hits, range)) {
    const openMs = openMsOf(calendar, subtract([{ from, to }], excluded));
    let free = users;
    for (const hit of running) {
      const counted = Math.min(free, hit.users);
      free -= counted;
      lost.set(hit, lost.get(hit)!.plus(new Exact(openMs).times(counted)));
    }
    if (openMs > 0 && free < users) losses.push({ from, to, amount: openMs * (users - free) });
  }
  const bad = whole(Exact.sum(0, ...lost.values()));
  const total = whole(new Exact(promisedMs(range)).times(users));
  const rest = new Exact(promisedMs({ from: judgedTo, to: period.to })).times(users);
  const contributions = hits
    .filter(({ from, to }) => from < to && to > range.from && from < range.to)
    .map((hit) => contributionOf(calendar, hit, range, excluded, Number(lost.get(hit))));
  const refs = contributions.filter(({ notCounted }) => notCounted === null).map(({ ref }) => ref);
  return {
    unit: 'userMs',
    bad,
    total,
    periodTotal: whole(rest.plus(total)),
    coverage: null,
    losses,
    contributions,
    steps: [
      step('userMinutes.total', { ...range, users, excludedTime, promisedMs: promisedMs(range) }, plain(total)),
      step('userMinutes.lost', { outages: contributions.length, counted: refs.length }, plain(bad), refs),
    ],
  };
}

function assertImpact(users: number, impact: Impact, i: number): void {
  assertCount(`impacts[${i}].users`, impact.users);
  if (impact.users > users)
    throw new InputError('OUT_OF_RANGE', `impacts[${i}].users`, impact.users, `must not exceed ${users}, the users`);
}

/** The range, cut wherever an outage begins or ends, with those that run, earlier ones first. */
function stretchesOf(hits: readonly ClosedImpact[], { from, to }: Interval) {
  const within = hits.filter((hit) => hit.from < to && hit.to > from);
  const edges = within.flatMap((hit) => [hit.from, hit.to]).filter((at) => at > from && at < to);
  const cuts = [...new Set([from, ...edges, to])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i]!;
    return { from: start, to: end, running: within.filter((hit) => hit.from <= start && hit.to >= end) };
  });
}

function contributionOf(
  calendar: Calendar,
  { ref, from, to, users }: ClosedImpact,
  range: Interval,
  excluded: readonly Interval[],
  countedMs: number,
): OutageContribution {
  const answer = (notCounted: OutageContribution['notCounted']): OutageContribution => ({
    kind: 'outage',
    ref,
    from,
    to,
    countedMs,
    notCounted,
  });
  if (countedMs > 0 || users === 0) return answer(null);
  const within = clip([{ from, to }], range);
  if (openMsOf(calendar, within) === 0) return answer('outsideCalendar');
  return answer(openMsOf(calendar, subtract(within, excluded)) === 0 ? 'excluded' : 'coveredByAnother');
}

const whole = (amount: Exact): Amount => (amount.lte(Number.MAX_SAFE_INTEGER) ? amount.toNumber() : amount);
