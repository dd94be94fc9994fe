import {
  type Evidence,
  createTerms,
  judge,
  periodById,
  periodOf,
  type Ticket,
  type TermsDefinition,
} from '../index.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const june = periodOf('month', 'Etc/UTC', Date.UTC(2026, 5, 10));
const atlassian: TermsDefinition = {
  indicator: { kind: 'availability' },
  objective: { comparator: 'gte', targetPercent: '99.9' },
  creditSchedule: {
    tiers: [
      { gte: '99.0', lt: '99.9', percent: '10' },
      { gte: '95.0', lt: '99.0', percent: '25' },
      { gte: null, lt: '95.0', percent: '50' },
    ],
  },
};
const downFor = (ms: number, from = june.from + 5 * HOUR): Evidence => ({
  kind: 'outages',
  outages: [{ ref: 'o1', from, to: from + ms }],
});

describe('judging availability', () => {
  it('gives 99.86 % and a credit of 10 % for 60 minutes down in 43,200', () => {
    const judgement = judge(createTerms(atlassian), june, downFor(60 * MINUTE), {
      charge: { amount: '1000', currency: 'USD' },
    });

    expect(judgement).toMatchObject({ verdict: 'missed', numerator: '2588400000', denominator: '2592000000' });
    expect(judgement.ratio).toMatch(/^0\.99861111/);
    expect(judgement.credit).toMatchObject({ percent: '10', amount: '100.00', capped: false, tier: 0 });
    expect(judgement.contributions).toEqual([
      expect.objectContaining({ ref: 'o1', countedMs: 60 * MINUTE, notCounted: null }),
    ]);
  });

  it('is met at exactly the budget, and missed one millisecond later', () => {
    const terms = createTerms(atlassian);

    expect(judge(terms, june, downFor(2_592_000)).verdict).toBe('met');
    expect(judge(terms, june, downFor(2_592_001)).verdict).toBe('missed');
    expect(judge(terms, june, downFor(2_592_000)).budget).toMatchObject({
      total: '2592000',
      left: '0',
      leftRatio: '0',
    });
  });

  it('can be written as JSON and read back unchanged', () => {
    const judgement = judge(createTerms(atlassian), june, downFor(HOUR));

    expect(JSON.parse(JSON.stringify(judgement))).toEqual(judgement);
  });

  it('counts what two outages share for the earlier one, so that the parts add up', () => {
    const from = june.from;
    const { contributions, explanation } = judge(createTerms(atlassian), june, {
      kind: 'outages',
      outages: [
        { ref: 'b', from: from + HOUR, to: from + 3 * HOUR },
        { ref: 'a', from, to: from + 2 * HOUR },
        { ref: 'c', from: from + HOUR, to: from + 2 * HOUR },
      ],
      maintenance: [{ ref: 'm', from: from + 2 * HOUR, to: from + 2.5 * HOUR }],
    });

    expect(contributions.map((item) => item.kind === 'outage' && [item.ref, item.countedMs, item.notCounted])).toEqual([
      ['a', 2 * HOUR, null],
      ['b', 0.5 * HOUR, null],
      ['c', 0, 'coveredByAnother'],
    ]);
    expect(explanation.find(({ rule }) => rule === 'availability.downtime')!.result).toBe(2.5 * HOUR);
  });

  it('says of each outage that does not count why', () => {
    const terms = createTerms({
      ...atlassian,
      indicator: { kind: 'availability', shortestOutageMs: 5 * MINUTE },
      calendar: { zone: 'Etc/UTC', weekly: { mon: [['09:00', '17:00']] } },
    });
    const monday = Date.UTC(2026, 5, 8);
    const { contributions } = judge(terms, june, {
      kind: 'outages',
      outages: [
        { ref: 'short', from: monday + 10 * HOUR, to: monday + 10 * HOUR + 4 * MINUTE },
        { ref: 'planned', from: monday + 11 * HOUR, to: monday + 12 * HOUR },
        { ref: 'night', from: monday + 20 * HOUR, to: monday + 22 * HOUR },
        { ref: 'real', from: monday + 16 * HOUR, to: monday + 18 * HOUR },
        { ref: 'may', from: june.from - HOUR, to: june.from },
      ],
      maintenance: [{ ref: 'm', from: monday + 11 * HOUR, to: monday + 13 * HOUR }],
    });

    expect(contributions.map((item) => item.kind === 'outage' && [item.ref, item.countedMs, item.notCounted])).toEqual([
      ['short', 0, 'tooShort'],
      ['planned', 0, 'excluded'],
      ['real', HOUR, null],
      ['night', 0, 'outsideCalendar'],
    ]);
  });
});

describe('judging an open period', () => {
  const halfWay = june.from + 15 * 24 * HOUR;
  const verdictAt = (downMs: number, asOf = halfWay) =>
    judge(createTerms(atlassian), june, downFor(downMs), { asOf }).verdict;

  it('is met so far while enough of the budget is left for the pace', () => {
    expect(verdictAt(20 * MINUTE)).toBe('met');
  });

  it('is at risk when the pace would use up the budget of 43.2 minutes', () => {
    expect(verdictAt(22 * MINUTE)).toBe('atRisk');
  });

  it('is at risk when less than a quarter of the budget is left', () => {
    expect(verdictAt(33 * MINUTE, june.to - HOUR)).toBe('atRisk');
    expect(verdictAt(33 * MINUTE, june.to)).toBe('met');
  });

  it('is missed as soon as nothing can mend it', () => {
    expect(verdictAt(44 * MINUTE)).toBe('missed');
  });

  it('lets a running outage last until now', () => {
    const running: Evidence = { kind: 'outages', outages: [{ ref: 'o', from: halfWay - HOUR, to: null }] };

    expect(judge(createTerms(atlassian), june, running, { asOf: halfWay }).budget.used).toBe(String(HOUR));
  });
});

describe('judging probes', () => {
  const probes = (...seen: [number, 'up' | 'down'][]): Evidence => ({
    kind: 'probes',
    probes: seen.map(([hours, status], i) => ({ ref: `p${i}`, at: june.from + hours * HOUR, status })),
  });

  it('holds a status until the next probe, and knows nothing before the first and after the last', () => {
    const judgement = judge(createTerms(atlassian), june, probes([10, 'up'], [20, 'down'], [21, 'up'], [30, 'up']));

    expect(judgement).toMatchObject({ numerator: String(19 * HOUR), denominator: String(20 * HOUR) });
    expect(judgement.coverage).toMatchObject({ knownMs: 20 * HOUR, expectedMs: 720 * HOUR });
    expect(judgement.contributions).toMatchObject([{ ref: 'p1', countedMs: HOUR }]);
  });

  it('holds a status no longer than the terms allow', () => {
    const indicator = { kind: 'availability', maxHoldMs: 2 * HOUR } as const;
    const judgement = judge(createTerms({ ...atlassian, indicator }), june, probes([0, 'up'], [10, 'down']));

    expect(judgement).toMatchObject({ numerator: String(2 * HOUR), denominator: String(4 * HOUR) });
  });

  it('gives no verdict under the coverage floor, or deems it missed at the worst tier where the contract says so', () => {
    const missingData = { gaps: 'ignore', coverageFloorPercent: '90' } as const;
    const ours = createTerms({ ...atlassian, missingData });
    const theirs = createTerms({ ...atlassian, missingData: { ...missingData, belowFloor: 'deemedMissed' } });
    const seen = probes([0, 'up'], [100, 'up']);

    expect(judge(ours, june, seen)).toMatchObject({ verdict: 'insufficientData', credit: { percent: '0' } });
    expect(judge(theirs, june, seen)).toMatchObject({ verdict: 'missed', deemed: true, credit: { percent: '50' } });
    expect(judge(theirs, june, seen, { asOf: june.to - HOUR }).verdict).toBe('insufficientData');
  });

  it('has nothing to say without a probe', () => {
    expect(judge(createTerms(atlassian), june, probes())).toMatchObject({ verdict: 'insufficientData', ratio: null });
  });
});

describe('judging tickets', () => {
  const terms = createTerms({
    indicator: { kind: 'ticketsInTime', targetMs: { P1: 4 * HOUR, P2: 8 * HOUR } },
    objective: { comparator: 'gte', targetPercent: '50', lowVolume: { below: 2, maxFailures: 0 } },
  });
  const opened = june.from + 24 * HOUR;
  const judged = (tickets: Ticket[], asOf?: number) => judge(terms, june, { kind: 'tickets', tickets }, { asOf });

  it('counts a ticket where it is decided: at its stop when in time, else at its deadline', () => {
    const inTime = { ref: 'a', priority: 'P1', startAt: opened, stopAt: opened + 4 * HOUR };
    const neverDone = { ref: 'b', priority: 'P1', startAt: opened };
    const lateLastMonth = { ref: 'c', priority: 'P1', startAt: june.from - 5 * HOUR, stopAt: opened };
    const judgement = judged([inTime, neverDone, lateLastMonth]);

    expect(judgement).toMatchObject({ verdict: 'met', numerator: '1', denominator: '2', unit: 'tickets' });
    expect(judgement.contributions).toMatchObject([
      { ref: 'a', verdict: 'met', decidedAt: opened + 4 * HOUR },
      { ref: 'b', verdict: 'missed', decidedAt: opened + 4 * HOUR },
    ]);
  });

  it('does not count a ticket whose priority has no target, and says so', () => {
    const { contributions, verdict } = judged([{ ref: 'x', priority: 'P9', startAt: opened, stopAt: opened }]);

    expect(contributions).toMatchObject([{ ref: 'x', verdict: null, notCounted: 'noTarget' }]);
    expect(verdict).toBe('met'); // low volume: none failed
  });

  it('judges few tickets by the number of failures', () => {
    const late = { ref: 'late', priority: 'P2', startAt: opened, stopAt: opened + 9 * HOUR };

    expect(judged([late])).toMatchObject({ verdict: 'missed', budget: { total: '0', used: '1', left: '-1' } });
  });

  it('stops clocks during an exclusion', () => {
    const ticket = { ref: 't', priority: 'P1', startAt: opened, stopAt: opened + 5 * HOUR };
    const exclusions = [{ ref: 'e', from: opened + HOUR, to: opened + 2 * HOUR }];
    const { contributions } = judge(terms, june, { kind: 'tickets', tickets: [ticket], exclusions });

    expect(contributions).toMatchObject([{ verdict: 'met', elapsedMs: 4 * HOUR }]);
  });

  it('shows a running ticket as undecided until its deadline has passed', () => {
    const running = { ref: 'r', priority: 'P1', startAt: opened };

    expect(judged([running], opened + 4 * HOUR).contributions).toMatchObject([{ notCounted: 'undecided' }]);
    expect(judged([running], opened + 4 * HOUR + 1).contributions).toMatchObject([{ verdict: 'missed' }]);
  });
});

describe('judging counts', () => {
  const day = (i: number, good: number, total: number) => ({
    ref: `d${i}`,
    from: june.from + i * 24 * HOUR,
    to: june.from + (i + 1) * 24 * HOUR,
    good,
    total,
  });
  const counts = [day(0, 990, 1000), day(1, 5, 10)];

  it('sums before it divides', () => {
    const terms = createTerms({
      indicator: { kind: 'goodTotal' },
      objective: { comparator: 'gte', targetPercent: '98.5' },
    });

    expect(judge(terms, june, { kind: 'counts', counts })).toMatchObject({
      verdict: 'met',
      numerator: '995',
      denominator: '1010',
    });
  });

  it('compares the bad share when less is better', () => {
    const terms = createTerms({
      indicator: { kind: 'goodTotal' },
      objective: { comparator: 'lte', targetPercent: '1' },
      creditSchedule: {
        tiers: [
          { gt: '1', lte: '5', percent: '5' },
          { gt: '5', lte: null, percent: '20' },
        ],
      },
    });

    expect(judge(terms, june, { kind: 'counts', counts })).toMatchObject({
      verdict: 'missed',
      numerator: '15',
      credit: { percent: '5' },
    });
  });

  it('leaves out a count that lies wholly in excluded time', () => {
    const terms = createTerms({
      indicator: { kind: 'goodTotal' },
      objective: { comparator: 'gte', targetPercent: '99' },
    });
    const exclusions = [{ ref: 'e', from: june.from + 24 * HOUR, to: june.from + 48 * HOUR }];

    expect(judge(terms, june, { kind: 'counts', counts, exclusions })).toMatchObject({
      verdict: 'met',
      denominator: '1000',
    });
  });
});

it('refuses evidence that the indicator cannot read', () => {
  expect(() => judge(createTerms(atlassian), june, { kind: 'tickets', tickets: [] })).toThrow(
    expect.objectContaining({ code: 'MISMATCH', path: 'evidence.kind', value: 'tickets' }),
  );
});

it('terms are what was checked, and not what they become afterwards', () => {
  const objective = { comparator: 'gte', targetPercent: '99' } as const;
  const definition = { indicator: { kind: 'availability' } as const, objective: { ...objective, targetPercent: '99' } };
  const terms = createTerms(definition);
  definition.objective.targetPercent = 'none';

  expect(terms.objective.targetPercent).toBe('99');
  expect(() => Object.assign(terms.objective, { targetPercent: '1' })).toThrow(TypeError);
  expect(() => judge({ ...terms }, periodById('Etc/UTC', '2026-06'), { kind: 'outages', outages: [] })).toThrow(
    expect.objectContaining({ path: 'terms' }),
  );
});
