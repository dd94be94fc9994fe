import fc from 'fast-check';
import { type CreditScheduleDefinition, createCreditSchedule, creditFor, type Tier } from '../index.js';

const tiers: Tier[] = [
  { gte: '99.0', lt: '99.9', percent: '10' },
  { gte: '95.0', lt: '99.0', percent: '25' },
  { gte: null, lt: '95.0', percent: '50' },
];
const missedBy = (numerator: string, denominator = '100') => ({ verdict: 'missed', numerator, denominator }) as const;
const credit = (definition: CreditScheduleDefinition, numerator: string, amount = '1000.00', currency = 'USD') =>
  creditFor({ schedule: createCreditSchedule(definition), result: missedBy(numerator), charge: { amount, currency } });

describe('a credit', () => {
  it('includes the lower bound and excludes the upper one', () => {
    expect(credit({ tiers }, '99.0').percent).toBe('10');
    expect(credit({ tiers }, '98.999999999999999999').percent).toBe('25');
  });

  it('is nothing for a result that is missed above the first tier', () => {
    expect(credit({ tiers }, '99.92')).toMatchObject({ percent: '0', amount: '0.00', tier: null });
  });

  it('is nothing for a promise that was kept', () => {
    const schedule = createCreditSchedule({ tiers });

    expect(creditFor({ schedule, result: { ...missedBy('50'), verdict: 'met' }, charge: null })).toMatchObject({
      percent: '0',
    });
  });

  it('is capped', () => {
    expect(credit({ tiers, capPercent: '30' }, '90')).toMatchObject({
      percent: '30',
      amount: '300.00',
      capped: true,
      tier: 2,
    });
  });

  it('is paid only above the minimum', () => {
    const minimum = { amount: '1.00', currency: 'USD' };

    expect(credit({ tiers, minimum }, '99', '10.00')).toMatchObject({ amount: '0.00', belowMinimum: true });
    expect(credit({ tiers, minimum }, '99', '10.01')).toMatchObject({ amount: '1.00', belowMinimum: false });
  });

  it('is rounded once, to the decimals of the currency', () => {
    expect(credit({ tiers }, '99', '0.05').amount).toBe('0.01');
    expect(credit({ tiers }, '99', '1005', 'JPY').amount).toBe('101');
    expect(credit({ tiers }, '99', '1.0004', 'KWD').amount).toBe('0.100');
  });

  it('is by the worst tier when the result is deemed', () => {
    const schedule = createCreditSchedule({ tiers });

    expect(creditFor({ schedule, result: { ...missedBy('0', '0'), deemed: true }, charge: null })).toMatchObject({
      percent: '50',
      amount: null,
    });
  });

  it('never falls as the result gets worse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), (a, b) => {
        const percentOf = (result: number) => Number(credit({ tiers }, (result / 100).toFixed(2)).percent);
        expect(percentOf(Math.min(a, b))).toBeGreaterThanOrEqual(percentOf(Math.max(a, b)));
      }),
    );
  });

  it('refuses a charge in another currency than the minimum', () => {
    expect(() => credit({ tiers, minimum: { amount: '1', currency: 'USD' } }, '99', '10', 'EUR')).toThrow(
      expect.objectContaining({ code: 'MISMATCH', path: 'charge.currency' }),
    );
  });
});

describe('a schedule refuses', () => {
  const refused: [what: string, tiers: Tier[], code: string][] = [
    [
      'overlapping tiers',
      [
        { gte: '98', lt: '99.9', percent: '10' },
        { gte: null, lt: '99', percent: '25' },
      ],
      'OVERLAP',
    ],
    [
      'two open ends',
      [
        { gte: null, lt: '99.9', percent: '10' },
        { gte: null, lt: '99', percent: '25' },
      ],
      'OVERLAP',
    ],
    [
      'a hole',
      [
        { gte: '99', lt: '99.9', percent: '10' },
        { gte: null, lt: '98', percent: '25' },
      ],
      'HOLE',
    ],
    ['a hole below the last tier', [{ gte: '99', lt: '99.9', percent: '10' }], 'HOLE'],
    ['bounds in the wrong order', [{ gte: '99.9', lt: '99', percent: '10' }], 'EMPTY_INTERVAL'],
    ['a percentage over 100', [{ gte: null, lt: '99', percent: '120' }], 'OUT_OF_RANGE'],
    ['a float', [{ gte: null, lt: 99 as unknown as string, percent: '10' }], 'MALFORMED'],
    ['noCredit without a clause', [{ gte: null, lt: '99', noCredit: true, clause: '' }], 'MISSING'],
    ['bounds of the other comparator', [{ gt: '1', lte: null, percent: '10' }], 'MISSING'],
    ['no tier', [], 'MISSING'],
  ];

  it.each(refused)('%s', (_, wrong, code) => {
    expect(() => createCreditSchedule({ tiers: wrong })).toThrow(expect.objectContaining({ code }));
  });

  it('but takes a hole that is marked, with its clause', () => {
    const marked: Tier[] = [
      { gte: '99', lt: '99.9', percent: '10' },
      { gte: '98', lt: '99', noCredit: true, clause: '4.2' },
      { gte: null, lt: '98', percent: '25' },
    ];

    expect(credit({ tiers: marked }, '98.5')).toMatchObject({ percent: '0', tier: 1 });
  });

  it('and mirrors its bounds where less is better', () => {
    const mirrored: Tier[] = [
      { gt: '1', lte: '5', percent: '5' },
      { gt: '5', lte: null, percent: '20' },
    ];
    const schedule = createCreditSchedule({ tiers: mirrored }, 'lte');
    const percentOf = (bad: string) => creditFor({ schedule, result: missedBy(bad), charge: null }).percent;

    expect([percentOf('1'), percentOf('1.01'), percentOf('5'), percentOf('5.01')]).toEqual(['0', '5', '5', '20']);
  });
});
