import * as fc from 'fast-check';
import { withDecimalPoint } from './decimal-comma.js';

it.each([
  ['1.234,5', '1234.5'],
  ['1.234', '1234'],
  ['1234,50', '1234.50'],
  ['0,5', '0.5'],
  ['112 98,5 1.240.000', '112 98.5 1240000'],
  ['100,5:20 1.000:1.096 +Inf:1.100', '100.5:20 1000:1096 +Inf:1100'],
])('reads %s as %s', (cell, number) => expect(withDecimalPoint(cell)).toBe(number));

it.each(['98.5', '1.23', '12.34,5', '1,234.5', '1,2,3', ',5', '5,', '-1,5', 'many', '1.2345', '1,5 98.5'])(
  'does not guess what %s is',
  (cell) => expect(withDecimalPoint(cell)).toBeNull(),
);

it('reads every number as it was, however it is written', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1e9 }), fc.nat({ max: 999 }), fc.boolean(), (whole, thousandths, isGrouped) => {
      const grouped = isGrouped ? whole.toLocaleString('de-DE') : String(whole);
      const decimals = String(thousandths).padStart(3, '0');
      expect(Number(withDecimalPoint(`${grouped},${decimals}`))).toBe(Number(`${whole}.${decimals}`));
    }),
  );
});
