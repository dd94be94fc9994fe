import fc from 'fast-check';
import { combineCredits, type CreditedBreach, earnBack, pointsCredit, poolCredit, servicePoints } from '../index.js';

const charge = { amount: '1000.00', currency: 'EUR' };
const eur = (amount: string) => ({ amount, currency: 'EUR' });

describe('several breaches of a period', () => {
  const breaches: CreditedBreach[] = [
    { ref: 'availability', percent: '4', incident: '17' },
    { ref: 'response', percent: '3', incident: '17' },
    { ref: 'restore', percent: '5' },
  ];

  it('pay the highest of each incident, together or only the highest of all, and say how', () => {
    const sum = combineCredits({ combination: 'sum', charge }, breaches);

    expect(sum).toMatchObject({ percent: '9', amount: '90.00', capped: false });
    expect(sum.explanation.map(({ rule, result }) => [rule, result])).toEqual([
      ['credit.incidents', 2],
      ['credit.combined', '9'],
      ['credit.amount', { amount: '90.00', currency: 'EUR' }],
    ]);
    expect(sum.explanation[0]!.evidence).toEqual(['availability', 'restore']);
    expect(combineCredits({ combination: 'max', charge }, breaches).amount).toBe('50.00');
  });

  it('pay by a table when they cost points', () => {
    const points = [
      { points: 3, percent: '2.5' },
      { points: 6, percent: '7.5' },
    ];
    const costing = [
      { ref: 'a', points: 3 },
      { ref: 'b', points: 2, incident: 'x' },
      { ref: 'c', points: 1, incident: 'x' },
    ];

    expect(combineCredits({ combination: { points }, charge }, costing)).toMatchObject({ percent: '2.5' });
    expect(combineCredits({ combination: { points }, charge }, [...costing, { ref: 'd', points: 1 }]).percent).toBe(
      '7.5',
    );
  });

  it('are capped within the period, then by what is left of the year', () => {
    const year = { cap: eur('200.00'), credited: eur('160.00') };
    const capped = combineCredits({ combination: 'sum', charge, capPercent: '6', year }, breaches);

    expect(capped).toMatchObject({ percent: '6', amount: '40.00', cappedBy: 'year' });
    expect(combineCredits({ combination: 'sum', charge, capPercent: '6' }, breaches).cappedBy).toBe('period');
    expect(
      combineCredits({ combination: 'sum', charge, year: { ...year, credited: eur('300') } }, breaches).amount,
    ).toBe('0.00');
  });

  it('pay nothing when there are none', () => {
    expect(combineCredits({ combination: 'max', charge }, []).amount).toBe('0.00');
  });

  it('are refused without a figure, or in another currency than the year', () => {
    expect(() => combineCredits({ combination: 'sum', charge }, [{ ref: 'a', points: 1 }])).toThrow(
      expect.objectContaining({ code: 'MISSING', path: 'breaches[0].percent' }),
    );
    const year = { cap: { amount: '1', currency: 'USD' }, credited: eur('0') };
    expect(() => combineCredits({ combination: 'sum', charge, year }, [])).toThrow(
      expect.objectContaining({ code: 'MISMATCH', path: 'year.cap.currency' }),
    );
  });

  it('never pay less for one more breach, nor more than their sum or their caps', () => {
    const breach = fc.record({
      ref: fc.constant('b'),
      percent: fc.integer({ min: 0, max: 1000 }).map((tenths) => (tenths / 10).toFixed(1)),
      incident: fc.option(fc.constantFrom('x', 'y')),
    });
    const combination = fc.constantFrom('sum' as const, 'max' as const);
    fc.assert(
      fc.property(combination, fc.array(breach, { maxLength: 6 }), breach, fc.nat(100), (how, some, more, cap) => {
        const terms = { combination: how, charge, capPercent: String(cap) };
        const [less, greater] = [some, [...some, more]].map((list) => Number(combineCredits(terms, list).amount));
        const sum = [...some, more].reduce((total, { percent }) => total + Number(percent), 0);
        expect(greater).toBeGreaterThanOrEqual(less!);
        expect(greater).toBeLessThanOrEqual(Math.min(sum, cap) * 10 + 0.005);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a pool', () => {
  it('pays allocation × pool × amount at risk, up to the amount at risk, and says what each level took', () => {
    const defaults = [{ poolPercent: '50', allocationPercent: '40' }];
    const credit = poolCredit({ charge: eur('100000.00'), atRiskPercent: '10', defaults });

    expect(credit).toMatchObject({ amount: '2000.00', capped: false });
    expect(credit.explanation[0]).toMatchObject({ rule: 'credit.pool', inputs: { defaults: [{ percent: '2' }] } });
  });
});

describe('service points', () => {
  const bands = [
    { gte: '98', lt: '99', points: 1 },
    { gte: '97', lt: '98', points: 2 },
    { gte: '96', lt: '97', points: 3 },
    { gte: null, lt: '96', points: 4 },
  ];
  const pointsOf = (results: string[], repeatDoubles = true) =>
    servicePoints({ bands, repeatDoubles }, results).map(({ points }) => points);

  it('double from the second failure in a row on', () => {
    expect(pointsOf(['96.5', '98.5', '96.5'])).toEqual([3, 2, 6]);
    expect(pointsOf(['96.5', '99', '96.5'])).toEqual([3, 0, 3]);
    expect(pointsOf(['96.5', '98.5', '96.5'], false)).toEqual([3, 1, 3]);
  });

  it('are refused where bands leave a hole', () => {
    expect(() => servicePoints({ bands: [bands[0]!, bands[3]!], repeatDoubles: true }, [])).toThrow(
      expect.objectContaining({ code: 'HOLE' }),
    );
  });

  it('pay the most of the rows that they reach', () => {
    const table = [
      { points: 10, percent: '5' },
      { points: 5, percent: '2' },
    ];
    expect([4, 5, 9, 10, 99].map((points) => pointsCredit(table, points).percent)).toEqual(['0', '2', '2', '5', '5']);
    expect(pointsCredit(table, 7).explanation[0]).toMatchObject({ inputs: { row: { points: 5 } }, result: '2' });
  });
});

describe('a credit that can be earned back', () => {
  const terms = { credit: eur('120.00'), targetPercent: '99.9', followingPeriods: 2 };

  it('is refunded once every following period reached the target, and says by which results', () => {
    expect(earnBack(terms, ['99.95', '99.9'])).toEqual({
      status: 'refunded',
      payable: '0.00',
      explanation: [
        {
          rule: 'credit.earnBack',
          inputs: { targetPercent: '99.9', followingPeriods: 2, results: ['99.95', '99.9'] },
          result: { status: 'refunded', payable: '0.00' },
        },
      ],
    });
    expect(earnBack(terms, ['99.95']).status).toBe('pending');
    expect(earnBack(terms, ['99.89', '100'])).toMatchObject({ status: 'kept', payable: '120.00' });
  });
});

it('a credit never exceeds what is left of the year by rounding', () => {
  const year = { cap: eur('10.005'), credited: eur('0') };

  expect(combineCredits({ combination: 'sum', charge, year }, [{ ref: 'a', percent: '50' }])).toMatchObject({
    amount: '10.00',
    cappedBy: 'year',
  });
});

it('a combination that is none of the three is refused', () => {
  expect(() => combineCredits({ combination: 'avg' as 'sum', charge }, [])).toThrow(
    expect.objectContaining({ path: 'combination', value: 'avg' }),
  );
});
