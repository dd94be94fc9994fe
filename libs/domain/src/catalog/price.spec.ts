import { assertPrices, type PriceComponent } from './price.js';

const price = (other: Partial<PriceComponent>): PriceComponent => ({
  kind: 'recurring',
  label: 'Mailbox',
  amount: '4.50',
  per: 'month',
  unitName: null,
  ...other,
});
const oneOff = { kind: 'oneOff', per: null } as const;
const perUnit = { kind: 'perUnit', per: 'month', unitName: 'GB' } as const;

describe('prices of a plan', () => {
  it.each([
    ['free of charge', price({ amount: '0' }), 'EUR'],
    ['once', price(oneOff), 'EUR'],
    ['per unit, finer than a cent', price({ ...perUnit, amount: '0.000125' }), 'EUR'],
    ['per unit, each counted once', price({ ...perUnit, per: null }), 'EUR'],
    ['in fils', price({ amount: '4.505' }), 'KWD'],
    ['in yen, with decimals that are none', price({ amount: '450.00' }), 'JPY'],
  ])('may be %s', (_, component, currency) => {
    expect(() => assertPrices([component], currency)).not.toThrow();
  });

  it.each([
    ['NEGATIVE_PRICE', 'amount', price({ amount: '-0.01' }), 'EUR'],
    ['PRICE_TOO_LARGE', 'amount', price({ amount: '1000000000000' }), 'EUR'],
    ['PRICE_TOO_FINE', 'amount', price({ amount: '4.505' }), 'EUR'],
    ['PRICE_TOO_FINE', 'amount', price({ amount: '450.5' }), 'JPY'],
    ['PRICE_TOO_FINE', 'amount', price({ ...perUnit, amount: '0.0000000000001' }), 'EUR'],
    ['NO_PERIOD', 'per', price({ per: null }), 'EUR'],
    ['PERIOD_NOT_ALLOWED', 'per', price({ kind: 'oneOff' }), 'EUR'],
    ['NO_UNIT', 'unitName', price({ ...perUnit, unitName: ' ' }), 'EUR'],
    ['UNIT_NOT_ALLOWED', 'unitName', price({ unitName: 'GB' }), 'EUR'],
  ])('are refused as %s on %s', (code, field, component, currency) => {
    expect(() => assertPrices([price({ amount: '4' }), component], currency)).toThrow(
      expect.objectContaining({ code, field: ['prices', '1', field] }),
    );
  });
});
