import * as burn from './burn.js';
import * as sla from './index.js';

// Every public function of promises, credits, chains and budgets, with each argument, and each field in it, replaced.

const BAD = [null, undefined, NaN, '', {}, [], -1, 1e300, '5', true];
const NEVER_MEANT = [null, undefined, NaN, '', {}];

/** What may be left out. */
const OPTIONAL = new Set(
  `asOf availabilityPercent bad belowFloor breachDays capPercent charge comparator confidence coverageFloorPercent creditSchedule
  deemed dependency exclusions gaps good gte idle incident lt maintenance maxHoldMs minEvents minimum missingData needed
  needs pauses pinned priority shortestOutageMs stopAt terms timeMs to year`.split(/\s+/),
);
/** Arguments that may be left out or empty, and figures of slices that may be null. */
const ARGUMENTS = new Set(
  `alertPairs.1 createCreditSchedule.1 createCreditSchedule, per day.1 createCreditSchedule, of the lost share.1
  decideTicket.2 forecast.2 whatIf.3 whatIf.4 readProbes.2 sketchOf.1 sketchOfHistogram.1
  sketchOfHistogram.2 sliceBurndown.2.0 sliceBurndown.2.1 whatIf.3.terms`.split(/(?<=\d)\s+/),
);

const june = sla.periodById('Etc/UTC', '2026-06');
const { from } = june;
const money = { amount: '100.00', currency: 'EUR' };
const objective = { comparator: 'gte', targetPercent: '99' } as const;
const outage = { ref: 'o', from, to: from + 60_000 };
const tiers = [{ gte: null, lt: '99', percent: '10' }] as const;
const creditSchedule = { tiers, minimum: money, capPercent: '50' };
const missingData = { gaps: 'ignore', coverageFloorPercent: '90', belowFloor: 'deemedMissed' } as const;
const terms = sla.createTerms({ indicator: { kind: 'availability' }, objective });
const later = { from: from + 3_600_000, to: from + 7_200_000 };
const taken = { maintenance: [{ ...later, ref: 'm' }], exclusions: [{ ...later, ref: 'e' }] };
const termsOf = (indicator: sla.Indicator) => sla.createTerms({ indicator, objective });
const judgement = sla.judge(terms, june, { kind: 'outages', outages: [outage] }, { asOf: from + 864e5 });
const { verdict, unit, denominator, period, judgedTo } = judgement;
const { used, left, periodTotal } = judgement.budget;
const now = { verdict, unit, denominator, period, judgedTo, budget: { used, left, periodTotal } };
const sketch = sla.sketchOf([1, 2, 3]);
const bands = [{ gte: null, lt: '99', points: 2 }] as const;
const dependency = { series: ['a', { parallel: ['b', 'c'], needed: 1 }] } as const;
const seen = { outages: [outage], gaps: [{ from, to: from + 1 }] };
const availability = { kind: 'availability', shortestOutageMs: 1, maxHoldMs: 1, dependency: 'a' } as const;
const part = { name: 'a', weight: '1', indicator: { kind: 'goodTotal' } } as const;
const pinned = { calendar: sla.ALWAYS_OPEN, targetMs: { P1: 1 } };
const ticket = { ref: 't', priority: 'P1', startAt: from, stopAt: from + 1, pauses: [{ from, to: from + 1 }] };

type Case = readonly [name: string, call: (...args: any[]) => unknown, args: readonly unknown[]];

const judged = (name: string, indicator: sla.Indicator, evidence: sla.Evidence): Case => [
  `judge of ${name}`,
  sla.judge,
  [termsOf(indicator), june, { ...evidence, ...taken }, { asOf: from + 864e5, charge: money }],
];

const CASES: readonly Case[] = [
  ['periodById', sla.periodById, ['Etc/UTC', '2026-06']],
  ['periodOf', sla.periodOf, ['month', 'Etc/UTC', from]],
  ['periodOf, rolling', sla.periodOf, [{ days: 3 }, 'Etc/UTC', from]],
  ['periodsBetween', sla.periodsBetween, ['month', 'Etc/UTC', from, june.to]],
  ['readProbes', sla.readProbes, [[{ ref: 'p', at: from, status: 'up' }], june, 1]],
  ['decideTicket', sla.decideTicket, [{ calendar: sla.ALWAYS_OPEN, targetMs: 1, exclusions: [outage] }, ticket, from]],
  ['outagesOfWhole', sla.outagesOfWhole, [dependency, { a: seen, b: seen, c: seen }]],
  ['createTerms', sla.createTerms, [{ indicator: availability, objective, missingData, creditSchedule }]],
  ...(
    [
      { kind: 'ticketsInTime', targetMs: { P1: 1 } },
      { kind: 'threshold', limit: 1, good: 'atMost', by: 'time', maxHoldMs: 1 },
      { kind: 'percentile', limit: 1 },
      { kind: 'timeSlices', sliceTargetPercent: '99', idle: 'good' },
      { kind: 'composite', parts: [part] },
    ] as const
  ).map((indicator): Case => [`createTerms of ${indicator.kind}`, sla.createTerms, [{ indicator, objective }]]),
  judged('outages', { kind: 'availability' }, { kind: 'outages', outages: [outage], gaps: [outage] }),
  judged('probes', { kind: 'availability' }, { kind: 'probes', probes: [{ ref: 'p', at: from, status: 'up' }] }),
  judged('tickets', { kind: 'ticketsInTime', targetMs: 1 }, { kind: 'tickets', tickets: [{ ...ticket, pinned }] }),
  judged('counts', { kind: 'goodTotal' }, { kind: 'counts', counts: [{ ...outage, good: 1, total: 2 }] }),
  judged('slices', { kind: 'goodTotal' }, { kind: 'slices', ref: 's', from, everyMs: 60_000, good: [1], total: [2] }),
  judged(
    'time slices',
    { kind: 'timeSlices', sliceTargetPercent: '9' },
    { kind: 'slices', ref: 's', from, everyMs: 60_000, good: [1], total: [2] },
  ),
  judged(
    'samples',
    { kind: 'threshold', limit: 1, good: 'atMost', by: 'time' },
    { kind: 'samples', samples: [{ ref: 's', at: from, value: 1 }] },
  ),
  judged('sketches', { kind: 'percentile', limit: 1 }, { kind: 'sketches', sketches: [{ ...outage, sketch }] }),
  judged('impacts', { kind: 'userMinutes' }, { kind: 'impacts', users: 9, impacts: [{ ...outage, users: 1 }] }),
  judged(
    'parts',
    { kind: 'composite', parts: [part] },
    { kind: 'parts', parts: { a: { kind: 'counts', counts: [{ ...outage, good: 1, total: 2 }] } } },
  ),
  ['whatIf', sla.whatIf, [terms, june, { kind: 'outages', outages: [] }, { ...taken, terms: { objective } }, {}]],
  ['forecast', sla.forecast, [terms, now, now]],
  ['createCreditSchedule', sla.createCreditSchedule, [creditSchedule, 'gte']],
  ['createCreditSchedule, per day', sla.createCreditSchedule, [{ perDay: { percent: '5' } }, 'gte']],
  ['createCreditSchedule, of the lost share', sla.createCreditSchedule, [{ proportional: { factor: '1' } }, 'gte']],
  [
    'creditFor',
    sla.creditFor,
    [
      {
        schedule: sla.createCreditSchedule({ tiers }),
        result: { verdict: 'missed', deemed: false, numerator: '9', denominator: '10', breachDays: 1 },
        charge: money,
      },
    ],
  ],
  [
    'combineCredits',
    sla.combineCredits,
    [
      { combination: 'sum', charge: money, capPercent: '10', year: { cap: money, credited: money } },
      [{ ref: 'a', percent: '5', incident: 'i' }],
    ],
  ],
  [
    'combineCredits, by points',
    sla.combineCredits,
    [{ combination: { points: [{ points: 1, percent: '5' }] }, charge: money }, [{ ref: 'a', points: 1 }]],
  ],
  [
    'poolCredit',
    sla.poolCredit,
    [{ charge: money, atRiskPercent: '10', defaults: [{ poolPercent: '50', allocationPercent: '10' }] }],
  ],
  ['pointsCredit', sla.pointsCredit, [[{ points: 1, percent: '5' }], 1]],
  ['servicePoints', sla.servicePoints, [{ bands, comparator: 'gte', repeatDoubles: true }, ['98']]],
  ['claimDeadline', sla.claimDeadline, [sla.ALWAYS_OPEN, { days: 1 }, '2026-05-31']],
  ['earnBack', sla.earnBack, [{ credit: money, targetPercent: '99', followingPeriods: 2 }, ['99']]],
  [
    'createChain',
    sla.createChain,
    ['a', [{ id: 'a', availabilityPercent: '9', timeMs: 1, needs: ['b'] }, { id: 'b' }]],
  ],
  ['judgeChain', sla.judgeChain, [sla.createChain('a', [{ id: 'a' }]), { from, to: june.to }]],
  ['sketchOf', sla.sketchOf, [[1, 2], 0.01]],
  ['mergeSketches', sla.mergeSketches, [[sketch, sketch]]],
  ['percentileOf', sla.percentileOf, [sketch, '95']],
  [
    'sketchOfHistogram',
    sla.sketchOfHistogram,
    [
      [
        [100, 24],
        [300, 56],
      ],
      20,
      0.01,
    ],
  ],
  ['isBeyond', sla.isBeyond, [300]],
  ['budgetConsumedRatio', burn.budgetConsumedRatio, [{ burnRate: '1', windowMs: 1, periodMs: 1 }]],
  ['budgetRemainingRatio', burn.budgetRemainingRatio, ['99', '0.1']],
  ['burnRate', burn.burnRate, ['99', '0.1']],
  ['burnRateThreshold', burn.burnRateThreshold, [{ budgetPercent: '1', periodMs: 1, windowMs: 1 }]],
  ['detectionMs', burn.detectionMs, [{ targetPercent: '99', errorRatio: '0.1', windowMs: 1, burnRate: '1' }]],
  ['errorBudgetRatio', burn.errorBudgetRatio, ['99']],
  ['maxBurnRate', burn.maxBurnRate, ['99']],
  ['shortWindowMs', burn.shortWindowMs, [12]],
  ['timeToExhaustionMs', burn.timeToExhaustionMs, [{ targetPercent: '99', errorRatio: '0.1', periodMs: 1 }]],
  ['absentDelayMs', burn.absentDelayMs, ['0.99', 864e5]],
  ['alertPairs', burn.alertPairs, [30 * 864e5, 'fixed']],
  ['readAlerts', burn.readAlerts, ['99', burn.alertPairs(30 * 864e5), () => '0.1']],
  ['scaledWindows', burn.scaledWindows, [864e5]],
  ['evenBurndownPercent', burn.evenBurndownPercent, [2, 1]],
  ['sliceBurndown', burn.sliceBurndown, ['99', 2, ['98', null]]],
  ['goodSlices', burn.goodSlices, [[{ good: 1, total: 2 }], '0.9']],
  ['meanOfRatios', burn.meanOfRatios, [[{ good: 1, total: 2 }]]],
  ['occurrences', burn.occurrences, [[{ good: 1, total: 2 }]]],
  ['compositeBurnRate', burn.compositeBurnRate, [[{ burnRate: '1', weight: '1' }]]],
  ['compositeRatio', burn.compositeRatio, [[{ ratio: '0.9', weight: '1' }]]],
  ['compositeSlices', burn.compositeSlices, [[[true], [false]]]],
  [
    'slicesToExhaustion',
    burn.slicesToExhaustion,
    [{ targetPercent: '99', slices: 9, normalRatio: '1', lowRatio: '0.9' }],
  ],
  [
    'driftOf',
    sla.driftOf,
    [[9, 8, 9, 7, 8, 6, 7, 5, 6, 4, 5, 3], { from, stepMs: 864e5, limit: 1, worse: 'falling', confidence: 0.9 }],
  ],
  ['believed', sla.believed, [[0.01, 0.5], 0.05]],
  [
    'sliReport',
    burn.sliReport,
    [
      { goalRatio: '0.9', burnRateThreshold: '1', windowMs: 1 },
      { good: 1, bad: 1, minEvents: 1 },
    ],
  ],
];

/** Those stand in `bad-input.spec.ts`. */
const CALENDARS_AND_CLOCKS =
  `InputError addBusinessDays addMonths addMonthsAt addOpenTime applyEvent businessDaysBetween changeTarget clockOfCycles createCalendar createClockTerms daysAround deadlineInDays deadlineOf instantOfWall intersectionOf isBusinessDay isOpen judgeClock judgeClockInDays judgeHistory nextOpen openPeriods openTimeBetween prevOpen replay replayLog runningTimeOf subtractOpenTime targetsByPriority thresholdAt thresholdDaysAt unionOf`.split(
    /\s+/,
  );

/** Whatever they are, they are given back, or looked up. */
const OPAQUE = new Set(['ref', 'priority']);

/** The ways to every value within, those of what the library made itself left out. */
function waysIn(value: unknown, way: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null || (way.length > 0 && Object.isFrozen(value))) return [way];
  return [way, ...Object.entries(value).flatMap(([name, part]) => waysIn(part, [...way, name]))];
}

function replaced(value: any, [name, ...way]: readonly string[], by: unknown): any {
  if (name === undefined) return by;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[name] = replaced(value[name], way, by);
  return copy;
}

/** What the call came to: the path that was refused, or what is not an answer. */
function outcome(call: Case[1], args: unknown[]): string | null {
  try {
    return /NaN|Infinity/.test(JSON.stringify(call(...args), (_, part) => (Number.isNaN(part) ? 'NaN' : part)) ?? '')
      ? 'answers with what is no number'
      : null;
  } catch (error) {
    if (error instanceof sla.InputError) return error.path === '' ? 'names no path' : null;
    return String(error);
  }
}

it.each(CASES)('%s answers what is well formed', (_, call, args) => {
  expect(outcome(call, [...args])).toBeNull();
  expect(() => call(...args)).not.toThrow();
});

it.each(CASES)(
  '%s refuses what is malformed by an InputError with its path, however deep it stands',
  (_, call, args) => {
    const ways = waysIn(args).filter((way) => way.length > 0 && !OPAQUE.has(way.at(-1)!));
    const wrong = ways.flatMap((way) =>
      BAD.flatMap((bad) => {
        const found = outcome(call, replaced(args, way, bad));
        return found === null ? [] : [`${way.join('.')} = ${String(JSON.stringify(bad) ?? bad)}: ${found}`];
      }),
    );
    expect(wrong).toEqual([]);
  },
);

it.each(CASES)('%s refuses what nobody means, wherever it may not be left out', (name, call, args) => {
  const ways = waysIn(args).filter((way) => way.length > 0 && !OPAQUE.has(way.at(-1)!));
  const taken = ways.flatMap((way) => {
    if (ARGUMENTS.has(`${name}.${way.join('.')}`) || (call === sla.judge && way.join('.') === '3')) return [];
    const bad = NEVER_MEANT.filter((value) => !(OPTIONAL.has(way.at(-1)!) && value == null));
    return bad.flatMap((value) => {
      try {
        call(...replaced(args, way, value));
        return [`${way.join('.')} = ${String(JSON.stringify(value))}`];
      } catch {
        return [];
      }
    });
  });
  expect(taken).toEqual([]);
});

it('every public function of promises, credits, chains and budgets stands in the table', () => {
  const asked = new Set(CASES.map(([, call]) => call));
  const others = Object.entries({ ...sla, ...burn }).flatMap(([name, value]) =>
    typeof value === 'function' && !asked.has(value as Case[1]) ? [name] : [],
  );
  expect(others.sort()).toEqual(CALENDARS_AND_CLOCKS);
});
