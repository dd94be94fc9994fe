import { assertMade } from '../foundation/made.js';
import { addOpenTime, openMsBetween } from '../calendar/open-time.js';
import { assertInstant, assertOneOf, assertRecord } from '../foundation/check.js';
import { Exact, HUNDRED, parseDecimal, parseNonNegative, ratioOf } from '../foundation/decimal.js';
import { type Step, step } from '../foundation/explanation.js';
import { isTime, UNITS } from '../indicator/measured.js';
import type { Judgement } from '../judgement/judge.js';
import type { Terms } from '../judgement/terms.js';
import { allowedBadPercent } from '../objective/objective.js';
import { assertPeriod } from '../window/period.js';
import { lowVolumeOf, type Verdict, VERDICTS } from '../objective/verdict.js';

/** What a period comes to when it goes on at a pace. Exact decimals; a quotient has 34 significant digits. */
export interface Forecast {
  readonly verdict: Exclude<Verdict, 'atRisk'>;
  /** The pace as a multiple of what the target allows; null when it allows nothing, or nothing was measured. */
  readonly burnRate: string | null;
  /** Null when nothing was measured. */
  readonly usedAtEnd: string | null;
  readonly budgetAtEnd: string | null;
  /** When the budget is used up: `judgedTo` when it is already, null when it lasts until the end of the period. */
  readonly exhaustedAt: number | null;
  readonly explanation: readonly Step[];
}

/** How the rest of the period compares with what was seen: `num / den` times as much of it is still to come. */
interface Rest {
  readonly num: Exact;
  readonly den: Exact;
}

/**
 * The verdict to expect at the end of a period when the rest of it goes on at a pace: that of the period so far, or of
 * another judgement by the same terms, such as one of the last three days.
 *
 * Of time it is known how much is still to come; of tickets and events as many are taken to come in each open hour as in
 * the pace. Of a closed period the forecast is what it came to.
 *
 * @param judgement As of now, with its period still open.
 * @param pace Default: the period so far.
 *
 * @example
 * const now = judge(terms, june, evidence, { asOf });
 * const lately = judge(terms, periodOf({ days: 3 }, 'Europe/Berlin', asOf), evidence);
 * forecast(terms, now, lately).exhaustedAt;
 */
export function forecast(terms: Terms, judgement: Judgement, pace: Judgement = judgement): Forecast {
  assertMade('terms', terms, 'createTerms');
  assertJudgement('judgement', judgement);
  assertJudgement('pace', pace);
  const seen = amountsOf(pace);
  const rest = restOf(terms, judgement, pace);
  if (judgement.verdict === 'insufficientData' || seen.total.isZero() || rest.den.isZero()) return unknown(judgement);

  const now = amountsOf(judgement);
  const allowedPercent = allowedBadPercent(terms.objective);
  // Everything times `rest.den`, so that nothing is divided before it is compared.
  const atEnd = {
    bad: now.bad.times(rest.den).plus(seen.bad.times(rest.num)),
    total: now.total.times(rest.den).plus(seen.total.times(rest.num)),
  };
  const few = lowVolumeOf(terms.objective, { unit: judgement.unit, total: atEnd.total.div(rest.den) });
  const budgetAtEnd = few ? rest.den.times(few.maxFailures) : allowedPercent.times(atEnd.total).div(HUNDRED);
  const verdict = atEnd.bad.lte(budgetAtEnd) ? 'met' : 'missed';
  const burnRate = ratioOf(seen.bad.times(HUNDRED), allowedPercent.times(seen.total));
  const figures = { usedAtEnd: ratioOf(atEnd.bad, rest.den), budgetAtEnd: ratioOf(budgetAtEnd, rest.den) };
  const exhaustedAt = exhaustionOf(terms, judgement, seen, rest);
  return {
    verdict,
    burnRate,
    ...figures,
    exhaustedAt,
    explanation: [
      step(
        'forecast.pace',
        { from: pace.period.from, to: pace.judgedTo, bad: seen.bad.toFixed(), total: seen.total.toFixed() },
        burnRate,
      ),
      step('forecast.atEnd', { used: now.bad.toFixed(), stillToCome: ratioOf(rest.num, rest.den) }, figures),
      step('forecast.exhausted', { left: judgement.budget.left }, exhaustedAt),
      step('forecast.verdict', figures, verdict),
    ],
  };
}

/** A judgement may have been stored, and read again. */
function assertJudgement(path: string, judgement: Judgement): void {
  assertRecord(path, judgement);
  const { verdict, unit, denominator, budget, period, judgedTo } = judgement;
  assertOneOf(`${path}.verdict`, verdict, VERDICTS);
  assertOneOf(`${path}.unit`, unit, UNITS);
  parseNonNegative(`${path}.denominator`, denominator);
  assertRecord(`${path}.budget`, budget);
  parseNonNegative(`${path}.budget.used`, budget.used);
  parseNonNegative(`${path}.budget.periodTotal`, budget.periodTotal);
  parseDecimal(`${path}.budget.left`, budget.left);
  assertPeriod(`${path}.period`, period);
  assertInstant(`${path}.judgedTo`, judgedTo);
}

function unknown({ period, judgedTo }: Judgement): Forecast {
  const verdict = 'insufficientData';
  return {
    verdict,
    burnRate: null,
    usedAtEnd: null,
    budgetAtEnd: null,
    exhaustedAt: null,
    explanation: [step('forecast.verdict', { from: period.from, to: judgedTo }, verdict)],
  };
}

function amountsOf({ denominator, budget }: Judgement) {
  return { bad: new Exact(budget.used), total: new Exact(denominator) };
}

function restOf(
  { calendar }: Terms,
  { unit, budget, denominator, period, judgedTo }: Judgement,
  pace: Judgement,
): Rest {
  if (isTime(unit)) {
    return { num: new Exact(budget.periodTotal).minus(denominator), den: new Exact(pace.denominator) };
  }
  return {
    num: new Exact(openMsBetween(calendar, judgedTo, period.to)),
    den: new Exact(openMsBetween(calendar, pace.period.from, pace.judgedTo)),
  };
}

/** The instant at which what is left of the budget, and what it grows by, is used up. */
function exhaustionOf(
  { calendar, objective }: Terms,
  { budget, unit, judgedTo, period }: Judgement,
  seen: { readonly bad: Exact; readonly total: Exact },
  { num, den }: Rest,
): number | null {
  const left = new Exact(budget.left);
  if (left.lt(0)) return judgedTo;
  const growth = isTime(unit) ? new Exact(0) : allowedBadPercent(objective).times(seen.total).div(HUNDRED);
  const lost = seen.bad.minus(growth).times(num);
  if (lost.lte(0) || left.times(den).gte(lost)) return null;
  const restMs = openMsBetween(calendar, judgedTo, period.to);
  return addOpenTime(calendar, judgedTo, left.times(den).times(restMs).div(lost).floor().toNumber()).near;
}
