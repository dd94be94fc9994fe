import fc from 'fast-check';
import { absentDelayMs, alertPairs, budgetConsumedRatio, readAlerts, scaledWindows } from '../burn.js';
import { createTerms, judge, periodOf } from '../index.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('the four pairs of windows', () => {
  it('are those of the SRE workbook over 30 days', () => {
    expect(alertPairs(30 * DAY)).toEqual([
      { severity: 'page', longMs: HOUR, shortMs: 5 * MINUTE, budgetPercent: '2', burnRate: '14.4' },
      { severity: 'page', longMs: 6 * HOUR, shortMs: 30 * MINUTE, budgetPercent: '5', burnRate: '6' },
      { severity: 'ticket', longMs: DAY, shortMs: 2 * HOUR, budgetPercent: '10', burnRate: '3' },
      { severity: 'ticket', longMs: 3 * DAY, shortMs: 6 * HOUR, budgetPercent: '10', burnRate: '1' },
    ]);
  });

  it('take their burn rates from any other period', () => {
    const rates = (days: number) => alertPairs(days * DAY).map(({ burnRate }) => burnRate);

    expect(rates(28)).toEqual(['13.44', '5.6', '2.8', '0.9333333333333333333333333333333333']);
    expect(rates(31)).toEqual(['14.88', '6.2', '3.1', '1.033333333333333333333333333333333']);
    expect(rates(90)).toEqual(['43.2', '18', '9', '3']);
  });

  it('shrink with a week where they are scaled, and keep their burn rates', () => {
    expect(alertPairs(7 * DAY, 'scaled').map(({ longMs, burnRate }) => [longMs / MINUTE, burnRate])).toEqual([
      [14, '14.4'],
      [84, '6'],
      [336, '3'],
      [1008, '1'],
    ]);
  });

  it('are raised when the stated part of the budget is gone, whatever the period', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 400 }), fc.constantFrom('fixed', 'scaled'), (days, windows) => {
        fc.pre(windows === 'scaled' || days >= 3);
        for (const { longMs, burnRate, budgetPercent } of alertPairs(days * DAY, windows)) {
          const share = Number(budgetConsumedRatio({ burnRate, windowMs: longMs, periodMs: days * DAY }));
          expect(share * 100).toBeCloseTo(Number(budgetPercent), 12);
        }
      }),
    );
  });

  it.each([0, 1.5, 2 * DAY])('refuse a period of %d ms', (periodMs) => {
    expect(() => alertPairs(periodMs)).toThrow(expect.objectContaining({ path: 'periodMs', value: periodMs }));
  });
});

describe('reading the alerts', () => {
  const pairs = alertPairs(30 * DAY);
  const read = (ratios: Record<number, string>) => readAlerts('99.9', pairs, (ms) => ratios[ms] ?? null);

  it('raises those that burn too fast in both windows', () => {
    const raised = read({
      [HOUR]: '0.02',
      [5 * MINUTE]: '0.0145',
      [6 * HOUR]: '0.0061',
      [30 * MINUTE]: '0.006', // on the rate is not above it
      [DAY]: '0.0031',
      [2 * HOUR]: '0.0031',
      // nothing was seen in three days
    }).map((reading) => reading.raised);

    expect(raised).toEqual([true, false, true, false]);
  });

  it('says how fast each window burns', () => {
    const [fastest] = read({ [HOUR]: '0.02', [5 * MINUTE]: '0' });

    expect(fastest).toMatchObject({ raised: false, longErrorRatio: '0.02', shortErrorRatio: '0' });
    expect(fastest!.explanation.map(({ rule, result }) => [rule, result])).toEqual([
      ['alert.long', '20'],
      ['alert.short', '0'],
      ['alert.raised', false],
    ]);
  });

  it('takes what judgements over rolling windows say', () => {
    const terms = createTerms({
      indicator: { kind: 'availability' },
      objective: { comparator: 'lte', targetPercent: '0.1' },
    });
    const now = Date.UTC(2026, 5, 20);
    const outages = [{ ref: 'o', from: now - 5 * MINUTE, to: null }];
    const lately = (ms: number) => {
      const window = periodOf({ minutes: ms / MINUTE }, 'Etc/UTC', now);
      return judge(terms, window, { kind: 'outages', outages }).ratio;
    };

    expect(readAlerts('99.9', pairs, lately).map(({ raised }) => raised)).toEqual([true, true, true, true]);
    expect(readAlerts('99', pairs, lately).map(({ raised }) => raised)).toEqual([false, false, false, false]);
  });
});

describe('windows in proportion to the period', () => {
  it('are those of 28 days', () => {
    expect(scaledWindows(28 * DAY)).toEqual([
      { burnRate: '14', longMs: HOUR, shortMs: 5 * MINUTE, forMs: 2 * MINUTE, exhaustionMs: 2 * DAY },
      { burnRate: '7', longMs: 6 * HOUR, shortMs: 30 * MINUTE, forMs: 15 * MINUTE, exhaustionMs: 4 * DAY },
      { burnRate: '2', longMs: DAY, shortMs: 2 * HOUR, forMs: HOUR, exhaustionMs: 14 * DAY },
      { burnRate: '1', longMs: 4 * DAY, shortMs: 6 * HOUR, forMs: 3 * HOUR, exhaustionMs: 28 * DAY },
    ]);
  });

  it('are rounded half up to a minute', () => {
    // 30/28 of 5 minutes is 5.36 minutes; of 2 minutes 2.14; half a period makes 2.5 of 5.
    expect(scaledWindows(30 * DAY)[0]).toMatchObject({ longMs: 64 * MINUTE, shortMs: 5 * MINUTE, forMs: 2 * MINUTE });
    expect(scaledWindows(14 * DAY)[0]).toMatchObject({ longMs: 30 * MINUTE, shortMs: 3 * MINUTE, forMs: MINUTE });
  });
});

describe('absent data', () => {
  it('is an alert once a total failure would have been one', () => {
    // 14 · 0.1 · 60 min = 84 min, and 2 min more.
    expect(absentDelayMs('0.9', 28 * DAY)).toBe(86 * MINUTE);
    // 14 · 0.001 · 60 min = 50.4 s, of which 50 s count; with 2 min 170 s, which is 3 min.
    expect(absentDelayMs('0.999', 28 * DAY)).toBe(3 * MINUTE);
  });

  it('refuses a target beyond 1', () => {
    expect(() => absentDelayMs('99', 28 * DAY)).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE' }));
  });
});
