import * as fc from 'fast-check';
import { Decimal } from 'decimal.js';
import { monthlyCost } from './price-cost.js';
import { priceListChange, pricesRise, samePrices, type PriceList } from './price-list.js';
import type { PriceComponent } from './price.js';

const monthly = (amount: string, other: Partial<PriceComponent> = {}): PriceComponent => ({
  kind: 'recurring',
  label: 'Fee',
  amount,
  per: 'month',
  unitName: null,
  ...other,
});
const seats = (...tiers: [string | null, string][]) =>
  monthly(tiers[0]![1], {
    kind: 'perUnit',
    unitName: 'seat',
    tiers: tiers.map(([upTo, amount]) => ({ upTo, amount })),
  });

describe('prices rise', () => {
  it.each([
    ['when they are higher', [monthly('10')], [monthly('10.01')], true],
    ['not when they are lower', [monthly('10')], [monthly('9.99')], false],
    ['not when they are the same', [monthly('10')], [monthly('10.00')], false],
    ['not by another period alone', [monthly('10')], [monthly('120', { per: 'year' })], false],
    ['by another period that costs more', [monthly('10')], [monthly('30.01', { per: 'quarter' })], true],
    [
      'not for what is paid once',
      [monthly('10')],
      [monthly('10'), monthly('99', { kind: 'oneOff', per: null })],
      false,
    ],
    ['when anything is added', [], [monthly('1')], true],
    ['not when something is left out', [monthly('1')], [], false],
    [
      'when only the last tier is dearer',
      [seats(['10', '5'], [null, '1'])],
      [seats(['10', '4'], [null, '1.01'])],
      true,
    ],
    [
      'when only a middle tier is dearer',
      [seats(['10', '5'], ['20', '1'], [null, '5'])],
      [seats(['10', '5'], ['20', '2'], [null, '1'])],
      true,
    ],
    ['not when every count is cheaper', [seats(['10', '5'], [null, '4'])], [seats(['5', '5'], [null, '4'])], false],
    [
      'when use does, though the fee falls',
      [monthly('10')],
      [monthly('1', { kind: 'metered', unitName: 'call' })],
      true,
    ],
  ])('%s', (_, before, after, rises) => {
    expect(pricesRise(before, after)).toBe(rises);
  });

  it('whenever somebody who has the plan would pay more', () => {
    const amount = fc.integer({ min: 0, max: 40 }).map(String);
    const price = fc.oneof(
      amount.map((of) => monthly(of)),
      fc
        .tuple(fc.integer({ min: 1, max: 9 }), amount, amount)
        .map(([end, one, two]) => seats([String(end), one], [null, two])),
    );
    fc.assert(
      fc.property(
        fc.array(price, { maxLength: 3 }),
        fc.array(price, { maxLength: 3 }),
        fc.integer({ min: 1, max: 30 }),
        (before, after, quantity) => {
          fc.pre(!pricesRise(before, after));
          const [was, is] = [before, after].map((prices) => new Decimal(monthlyCost(prices, { quantity }, 'EUR')));
          expect(is!.lte(was!)).toBe(true);
        },
      ),
    );
  });
});

describe('the price lists of a plan', () => {
  const today = '2026-03-16';
  const on = { today, noticeDays: 30, paid: [] };
  const list = (fromDate: string, amount: string, other: Partial<PriceList> = {}): PriceList => ({
    fromDate,
    subscribersFrom: fromDate,
    planVersion: 1,
    suspendedIsCharged: false,
    prices: [monthly(amount)],
    ...other,
  });
  const wanted = (amount: string, pricesFrom: string | null = null) => ({ prices: [monthly(amount)], pricesFrom });

  it('begin with the publication, and stay while nothing changes', () => {
    expect(priceListChange([], wanted('10'), on)).toEqual({
      takenBack: [],
      current: null,
      onRequestFrom: null,
      next: { fromDate: today, subscribersFrom: today, rises: false },
    });
    expect(priceListChange([list('2026-01-01', '10')], wanted('10.0', '2026-01-01'), on)).toBeNull();
  });

  it('let a higher price wait for its notice, and a lower one not', () => {
    const next = (amount: string, from?: string) =>
      priceListChange([list('2026-01-01', '10')], wanted(amount, from), on)?.next;

    expect(next('11')).toEqual({ fromDate: today, subscribersFrom: '2026-04-15', rises: true });
    expect(next('11', '2026-07-01')).toEqual({ fromDate: '2026-07-01', subscribersFrom: '2026-07-01', rises: true });
    expect(next('9')).toEqual({ fromDate: today, subscribersFrom: today, rises: false });
    expect(next('9', '2026-07-01')).toEqual({ fromDate: '2026-07-01', subscribersFrom: '2026-07-01', rises: false });
  });

  it('compare with every list that somebody still pays', () => {
    const [old, pending] = [list('2026-01-01', '10'), list('2026-03-01', '20', { subscribersFrom: '2026-03-31' })];

    expect(priceListChange([old, pending], wanted('15'), on)?.next?.rises).toBe(true);
    expect(priceListChange([old, { ...pending, subscribersFrom: '2026-03-10' }], wanted('15'), on)?.next?.rises).toBe(
      false,
    );
  });

  it('compare with what somebody pays by a list that was taken back since', () => {
    const paid = [{ prices: [monthly('9')], suspendedIsCharged: false }];

    expect(priceListChange([list('2026-01-01', '10')], wanted('9.50'), { ...on, paid })?.next).toEqual({
      fromDate: today,
      subscribersFrom: '2026-04-15',
      rises: true,
    });
  });

  it('let suspended days wait for their notice as well, where they cost anything', () => {
    const lists = [list('2026-01-01', '10')];
    const next = (prices: PriceList['prices'], whileSuspended: 'charged' | 'free', before = lists) =>
      priceListChange(before, { prices, pricesFrom: null, whileSuspended }, on)?.next ?? null;

    expect(next([monthly('10')], 'charged')).toMatchObject({ subscribersFrom: '2026-04-15', rises: true });
    expect(next([monthly('9')], 'charged')).toMatchObject({ rises: true });
    const charged = lists.map((one) => ({ ...one, suspendedIsCharged: true }));
    expect(next([monthly('10')], 'free', charged)).toMatchObject({ subscribersFrom: today, rises: false });
    expect(next([monthly('10')], 'charged', charged)).toBeNull();
    const setup = [{ ...monthly('10'), kind: 'oneOff' as const, per: null }];
    expect(next(setup, 'charged', [{ ...lists[0]!, prices: setup }])).toBeNull();
  });

  it('take back what was announced, and what began on the same day', () => {
    const [old, coming] = [list('2026-01-01', '10'), list('2026-07-01', '12')];
    const ofToday = list(today, '11');

    expect(priceListChange([old, coming], wanted('12', '2026-07-01'), on)).toBeNull();
    expect(priceListChange([old, coming], wanted('10'), on)).toEqual({
      takenBack: [coming],
      current: old,
      onRequestFrom: null,
      next: null,
    });
    expect(priceListChange([old, coming], wanted('13', '2026-08-01'), on)).toMatchObject({
      takenBack: [coming],
      current: old,
      next: { fromDate: '2026-08-01' },
    });
    expect(priceListChange([ofToday], wanted('9'), on)).toMatchObject({ takenBack: [ofToday], current: null });
  });

  it('end where the price is told on request, and begin anew afterwards though they say the same', () => {
    const [old, coming] = [list('2026-01-01', '10'), list('2026-07-01', '12')];
    const onRequest = { prices: [], pricesFrom: null, priceOnRequest: true };

    expect(priceListChange([old, coming], onRequest, on)).toEqual({
      takenBack: [coming],
      current: old,
      onRequestFrom: today,
      next: null,
    });
    expect(priceListChange([], onRequest, on)).toBeNull();
    const closed = { ...old, toDate: '2026-02-28' };
    expect(priceListChange([closed], onRequest, on)).toBeNull();
    expect(priceListChange([closed], wanted('10'), on)).toMatchObject({
      current: null,
      onRequestFrom: null,
      next: { fromDate: today },
    });
  });

  it('are brought in from the past in their order, where nobody ever ordered', () => {
    const old = list('2020-01-01', '10');
    const ofYear = (day: string, mayBackdate = true) =>
      priceListChange([old], wanted('12', day), { ...on, mayBackdate })?.next?.fromDate;

    expect([ofYear('2021-01-01'), ofYear('2019-01-01'), ofYear('2021-01-01', false)]).toEqual([
      '2021-01-01',
      today,
      today,
    ]);
    expect(priceListChange([old], wanted('12', '2020-01-01'), { ...on, mayBackdate: true })).toMatchObject({
      takenBack: [old],
      current: null,
    });
  });

  it('are the same when they say the same', () => {
    expect(samePrices([seats(['10', '5'], [null, '4'])], [seats(['10.0', '5.00'], [null, '4'])])).toBe(true);
    expect(samePrices([monthly('1'), monthly('2')], [monthly('2'), monthly('1')])).toBe(false);
  });
});
