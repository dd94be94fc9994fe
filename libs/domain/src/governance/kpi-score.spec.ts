import { kpiOutcome, scoreOf, type ScoredResult } from './kpi-score.js';

const scale = { floor: '96', target: '99' };

const result = (period: string, differing: Partial<ScoredResult> = {}): ScoredResult => ({
  id: period,
  period,
  state: 'frozen',
  verdict: 'met',
  deemed: false,
  numerator: '985',
  denominator: '1000',
  coverage: '100',
  ...differing,
});

describe('the score between floor and target', () => {
  it('is 0 at the floor, 100 at the target, and goes no further', () => {
    expect(['95', '96', '97.5', '99', '99.9'].map((actual) => scoreOf(actual, scale))).toEqual([
      '0',
      '0',
      '50',
      '100',
      '100',
    ]);
  });

  it('mirrors where less is better: the floor is above the target', () => {
    const hours = { floor: '8', target: '4' };

    expect(['9', '8', '5', '4', '3'].map((actual) => scoreOf(actual, hours))).toEqual(['0', '0', '75', '100', '100']);
  });

  it('is exact', () => {
    expect(scoreOf('98.5', scale)).toBe('83.33333333333333333333333333333333');
  });

  it('has no meaning where floor and target are equal', () => {
    expect(() => scoreOf('99', { floor: '99', target: '99' })).toThrow(RangeError);
  });
});

describe('the outcome of a KPI', () => {
  it('is scored from the sums of its results, and says how', () => {
    const months = [result('2026-01', { numerator: '10', denominator: '10' }), result('2026-02')];

    const outcome = kpiOutcome(scale, ['2026-01', '2026-02'], months);

    expect(outcome).toMatchObject({ state: 'scored', actual: '98.51485148514851485148514851485149' });
    expect(outcome.explanation).toEqual([
      {
        rule: 'kpi.figure',
        inputs: { periods: '2026-01, 2026-02', numerator: '995', denominator: '1010' },
        result: { actualPercent: outcome.actual },
      },
      {
        rule: 'kpi.score',
        inputs: { actualPercent: outcome.actual, floorPercent: '96', targetPercent: '99' },
        result: { score: outcome.score },
      },
    ]);
  });

  it.each([
    ['a result is open', [result('2026-01'), result('2026-02', { state: 'open' })]],
    ['a result is missing', [result('2026-01')]],
  ] as const)('is not closed while %s', (_, results) => {
    expect(kpiOutcome(scale, ['2026-01', '2026-02'], results)).toEqual({
      state: 'notClosed',
      actual: null,
      ratio: null,
      score: null,
      explanation: [{ rule: 'kpi.notClosed', inputs: { periods: '2026-02' }, result: { score: null } }],
    });
  });

  it('scores 0 where the provider owes data that is missing', () => {
    const owed = result('2026-02', { verdict: 'missed', deemed: true, numerator: '0', denominator: '0' });

    expect(kpiOutcome(scale, ['2026-02'], [owed])).toMatchObject({ state: 'deemed', actual: null, score: '0' });
  });

  it('has no value where we owe the data, and is left out where nothing happened or was promised', () => {
    const nothing = { verdict: 'insufficientData', numerator: '0', denominator: '0' } as const;
    const unknown = result('2026-02', { ...nothing, coverage: '10' });
    const quiet = result('2026-02', nothing);

    expect(kpiOutcome(scale, ['2026-02'], [unknown])).toMatchObject({ state: 'noData', score: null });
    expect(kpiOutcome(scale, ['2026-02'], [quiet])).toMatchObject({ state: 'noActivity', score: null });
    expect(kpiOutcome(scale, [], [])).toMatchObject({ state: 'noActivity', score: null });
  });
});
