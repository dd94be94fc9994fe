import fc from 'fast-check';
import { createTerms, forecast, judge, periodById, periodOf, type TermsDefinition } from '../index.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const june = periodById('Etc/UTC', '2026-06');
const halfWay = june.from + 15 * DAY;
const definition: TermsDefinition = {
  indicator: { kind: 'availability' },
  objective: { comparator: 'gte', targetPercent: '99.9' },
};
const terms = createTerms(definition);
const down = (downMs: number, asOf: number, given = terms, from = june.from) =>
  judge(given, june, { kind: 'outages', outages: [{ ref: 'o', from, to: from + downMs }] }, { asOf });

describe('the forecast of time', () => {
  it('goes on as the period did so far', () => {
    // 21.6 of 43.2 minutes in half of the month: exactly the budget.
    expect(forecast(terms, down(21.6 * MINUTE, halfWay))).toMatchObject({
      verdict: 'met',
      burnRate: '1',
      usedAtEnd: '2592000',
      budgetAtEnd: '2592000',
      exhaustedAt: null,
    });
    expect(forecast(terms, down(21.6 * MINUTE + 1, halfWay))).toMatchObject({ verdict: 'missed' });
  });

  it('tells when the budget is used up', () => {
    // 28.8 minutes in 15 days: the 14.4 that are left last 7.5 days.
    const { verdict, burnRate, exhaustedAt } = forecast(terms, down(28.8 * MINUTE, halfWay));

    expect([verdict, Number(burnRate).toFixed(4), exhaustedAt]).toEqual(['missed', '1.3333', halfWay + 7.5 * DAY]);
    expect(forecast(terms, down(44 * MINUTE, halfWay)).exhaustedAt).toBe(halfWay);
  });

  it('counts open time only', () => {
    const office = createTerms({
      ...definition,
      calendar: { zone: 'Etc/UTC', weekly: { mon: [['09:00', '17:00']] } },
      objective: { comparator: 'gte', targetPercent: '90' },
    });
    // Five Mondays of 8 hours allow 4 hours. After two of them 2 hours are gone: the rest lasts two more.
    const monday = Date.UTC(2026, 5, 1, 9);
    const { exhaustedAt } = forecast(office, down(2 * HOUR, Date.UTC(2026, 5, 9), office, monday));

    expect(new Date(exhaustedAt!).toISOString()).toBe('2026-06-22T17:00:00.000Z');
  });

  it('can go on at the pace of the last days', () => {
    const quiet = judge(terms, periodOf({ days: 3 }, 'Etc/UTC', halfWay), { kind: 'outages', outages: [] });

    expect(forecast(terms, down(40 * MINUTE, halfWay)).verdict).toBe('missed');
    expect(forecast(terms, down(40 * MINUTE, halfWay), quiet)).toMatchObject({
      verdict: 'met',
      burnRate: '0',
      usedAtEnd: String(40 * MINUTE),
    });
  });

  it('of a closed period is what it came to', () => {
    expect(forecast(terms, down(44 * MINUTE, june.to))).toMatchObject({
      verdict: 'missed',
      usedAtEnd: String(44 * MINUTE),
      exhaustedAt: june.to,
    });
  });

  it('says nothing where nothing was seen', () => {
    expect(forecast(terms, down(0, june.from)).verdict).toBe('insufficientData');
  });

  it('is never better, and never later, with more time down', () => {
    const asOf = fc.integer({ min: 1, max: 29 * 24 }).map((hours) => june.from + hours * HOUR);
    const minutes = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(asOf, minutes, minutes, (at, some, more) => {
        fc.pre(at - june.from >= 2 * HOUR);
        const less = forecast(terms, down(some * MINUTE, at));
        const worse = forecast(terms, down((some + more) * MINUTE, at));
        expect(Number(worse.burnRate)).toBeGreaterThanOrEqual(Number(less.burnRate));
        expect(Number(worse.usedAtEnd)).toBeGreaterThanOrEqual(Number(less.usedAtEnd));
        expect(worse.exhaustedAt ?? Infinity).toBeLessThanOrEqual(less.exhaustedAt ?? Infinity);
        if (less.verdict === 'missed') expect(worse.verdict).toBe('missed');
        // A budget is used up before the end exactly when the forecast is missed.
        expect(worse.exhaustedAt !== null).toBe(worse.verdict === 'missed');
      }),
    );
  });
});

describe('the forecast of events', () => {
  const counted = createTerms({
    indicator: { kind: 'goodTotal' },
    objective: { comparator: 'gte', targetPercent: '99' },
  });
  const seen = (good: number, given = counted) => {
    const counts = [{ ref: 'c', from: june.from, to: june.from + DAY, good, total: 1000 }];
    return forecast(given, judge(given, june, { kind: 'counts', counts }, { asOf: june.from + 10 * DAY }));
  };

  it('expects as many in each open hour as so far', () => {
    expect(seen(992)).toMatchObject({ verdict: 'met', burnRate: '0.8', usedAtEnd: '24', budgetAtEnd: '30' });
    expect(seen(989)).toMatchObject({ verdict: 'missed', usedAtEnd: '33', exhaustedAt: june.from + 10 * DAY });
  });

  it('uses the rule for few events only if they stay few', () => {
    const few = (below: number) =>
      createTerms({
        indicator: { kind: 'goodTotal' },
        objective: { comparator: 'gte', targetPercent: '99.9', lowVolume: { below, maxFailures: 5 } },
      });

    expect(seen(999, few(5000))).toMatchObject({ verdict: 'met', usedAtEnd: '3', budgetAtEnd: '5' });
    expect(seen(998, few(2000))).toMatchObject({ verdict: 'missed', usedAtEnd: '6', budgetAtEnd: '3' });
  });

  it('says how it came to the answer', () => {
    expect(seen(992).explanation).toEqual([
      {
        rule: 'forecast.pace',
        inputs: { from: june.from, to: june.from + 10 * DAY, bad: '8', total: '1000' },
        result: '0.8',
      },
      {
        rule: 'forecast.atEnd',
        inputs: { used: '8', stillToCome: '2' },
        result: { usedAtEnd: '24', budgetAtEnd: '30' },
      },
      { rule: 'forecast.exhausted', inputs: { left: '2' }, result: null },
      { rule: 'forecast.verdict', inputs: { usedAtEnd: '24', budgetAtEnd: '30' }, result: 'met' },
    ]);
  });
});
