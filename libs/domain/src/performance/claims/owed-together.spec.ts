import * as fc from 'fast-check';
import { Decimal } from 'decimal.js';
import { claimChanges } from './claim-changes.js';
import { owedTogether } from './owed-together.js';

const period = (amount: string, givenUp = '0') => ({ amount, givenUp });

describe('what an agreement owes for several periods', () => {
  it('is asked for less what was given up, which takes nothing from other periods', () => {
    const three = [period('100.00', '40'), period('20.00', '50'), period('10.00')];

    expect(owedTogether(three, 'EUR')).toEqual({ owed: '130.00', givenUp: '60.00', left: '70.00' });
    expect(owedTogether([], 'JPY')).toEqual({ owed: '0', givenUp: '0', left: '0' });
  });

  it('is what claims come to, whatever was given up of one before', () => {
    const cents = fc.nat(50_000).map((units) => (units / 100).toFixed(2));
    fc.assert(
      fc.property(cents, cents, (amount, givenUp) => {
        const waived = { id: 'k', state: 'waived' as const, amount: givenUp, parts: [] };
        const parts = [{ commitmentId: 'c', amount }];
        const changes = claimChanges({ amount, parts }, [waived], 'EUR');
        const asked = changes.flatMap((change) => ('amount' in change ? [change.amount] : []));

        expect(owedTogether([period(amount, givenUp)], 'EUR').left).toBe(Decimal.sum(0, ...asked).toFixed(2));
      }),
    );
  });
});
