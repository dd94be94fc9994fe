import { alertPairs, readAlerts } from '@accord/sla/burn';
import { alertWindows, budgetTarget, burningBudgets, errorRatioOf } from './budget-alerts.js';
import { stepWords, ticketSteps } from './ticket-alerts.js';

const DAY = 86_400_000;
const PAIRS = alertPairs(30 * DAY);
const levels = (ratio: (windowMs: number) => string | null, target = '99.9') =>
  burningBudgets(readAlerts(target, PAIRS, ratio), target).map(({ level, raised }) => [level, raised]);

describe('a budget', () => {
  it('is watched on each window once', () => {
    expect(alertWindows(PAIRS).map((ms) => ms / 60_000)).toEqual([60, 5, 360, 30, 1440, 120, 4320]);
  });

  it('is at risk when it burns fast, and worth a notice when it burns slowly', () => {
    expect(levels(() => '0.0145')).toEqual([
      ['notice', true],
      ['atRisk', true],
    ]);
    expect(levels(() => '0.0035')).toEqual([['notice', true]]);
    expect(levels(() => '0.0001')).toEqual([]);
  });

  it('burns on until it burns a fifth slower than what raised the alert', () => {
    expect(levels(() => '0.00085')).toEqual([['notice', false]]);
    expect(levels(() => '0.0008')).toEqual([]);
  });

  it('is not over because nothing is seen of it, and not raised by that either', () => {
    expect(levels(() => null)).toEqual([
      ['notice', false],
      ['atRisk', false],
    ]);
  });

  it('is told no more when nothing fails now, whatever failed before', () => {
    expect(levels((ms) => (ms < 3_600_000 ? '0' : '0.02'))).toEqual([['notice', true]]);
  });

  it('counts bad ones where at most is promised', () => {
    expect(errorRatioOf({ numerator: '99', denominator: '100' }, 'atLeast')).toMatch(/^0\.010*$/);
    expect(errorRatioOf({ numerator: '1', denominator: '100' }, 'atMost')).toMatch(/^0\.010*$/);
    expect(errorRatioOf({ numerator: '0', denominator: '0' }, 'atLeast')).toBeNull();
    expect(budgetTarget('0.1', 'atMost')).toBe('99.9');
  });
});

describe('a clock', () => {
  const clock = (elapsedMs: number, decision: 'undecided' | 'met' | 'missed' = 'undecided') => ({
    decision,
    elapsedMs,
    targetMs: 100,
  });

  it.each([
    [clock(74), []],
    [clock(75), [[75, 'notice']]],
    [
      clock(90),
      [
        [75, 'notice'],
        [90, 'atRisk'],
      ],
    ],
    [clock(101, 'missed'), [[100, 'breach']]],
    [clock(95, 'met'), []],
  ])('%j has reached %j', (decision, steps) => {
    expect(ticketSteps(decision, [90, 75]).map(({ step, level }) => [step, level])).toEqual(steps);
  });

  it('is told to nobody where nothing is agreed', () => {
    expect(ticketSteps(clock(99), [])).toEqual([]);
  });
});

it('names three tickets that have come to the same, and counts the others', () => {
  expect(stepWords(['INC1'], 75)).toBe('INC1 has used 75% of its time');
  expect(stepWords(['INC1', 'INC2', 'INC3'], 75)).toBe('INC1, INC2 and INC3 have used 75% of their time');
  expect(stepWords(['INC1', 'INC2', 'INC3', 'INC4'], 100)).toBe(
    'INC1, INC2, INC3 and 1 more have missed their targets',
  );
});
