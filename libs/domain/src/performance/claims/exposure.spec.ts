import { type ExposedCredit, exposureBy } from './exposure.js';

const credit = (other: Partial<ExposedCredit>): ExposedCredit => ({
  isOwed: true,
  isAtRisk: false,
  isCredited: false,
  amount: '100.00',
  currency: 'EUR',
  month: '2026-02',
  serviceId: 's',
  providerId: 'p',
  ...other,
});

it('is what we owe customers less what providers owe us; what is not closed stands beside it', () => {
  const credits = [
    credit({}),
    credit({ isOwed: false, amount: '60.00' }),
    credit({ isAtRisk: true, amount: '30.00' }),
    credit({ isOwed: false, amount: '-10.00', providerId: null }),
  ];
  expect(exposureBy('service', credits)).toMatchObject([
    { key: 's', owed: '100.00', recoverable: '50.00', left: '50.00', owedAtRisk: '30.00', recoverableAtRisk: '0.00' },
  ]);
  expect(exposureBy('provider', credits).map(({ key, left }) => [key, left])).toEqual([
    ['p', '40.00'],
    [null, '10.00'],
  ]);
  expect(exposureBy('total', credits)).toMatchObject([{ owed: '100.00', recoverable: '50.00', owedAtRisk: '30.00' }]);
});

it('tells what of it is not credited yet', () => {
  const credits = [
    credit({ isCredited: true }),
    credit({ amount: '30.00' }),
    credit({ isOwed: false, amount: '60.00', isCredited: true }),
    credit({ isAtRisk: true }),
  ];
  expect(exposureBy('service', credits)).toMatchObject([
    { owed: '130.00', owedOutstanding: '30.00', recoverable: '60.00', recoverableOutstanding: '0.00' },
  ]);
});

it('never adds currencies, and tells the newest month first', () => {
  const rows = exposureBy('month', [
    credit({}),
    credit({ month: '2026-03' }),
    credit({ currency: 'JPY', amount: '500' }),
  ]);
  expect(rows.map(({ key, currency, owed }) => `${key} ${currency} ${owed}`)).toEqual([
    '2026-03 EUR 100.00',
    '2026-02 EUR 100.00',
    '2026-02 JPY 500',
  ]);
});
