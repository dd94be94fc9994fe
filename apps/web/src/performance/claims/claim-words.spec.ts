import { expect, it } from 'vitest';
import { nextWords } from './claim-words';
import './words';

const agreement = {
  slug: 'sla',
  name: 'SLA',
  kind: 'SLA' as const,
  viewerSide: 'OURS' as const,
  provider: null,
  customer: { name: 'Sales' },
};
const money = (amount: string) => ({ amount, currency: 'EUR' });
type Side = NonNullable<Parameters<typeof nextWords>[0]['agreement']>['viewerSide'];
const next = (amount: string, unbilled: string | null, unbilledTogether = false) =>
  nextWords({
    turn: unbilled ? 'DEBTOR' : 'BILL',
    state: 'ACCEPTED',
    agreement,
    amount: money(amount),
    unbilled: unbilled ? money(unbilled) : null,
    unbilledTogether,
  });

it('says who credits what was accepted, and how much of it no bill takes', () => {
  expect(next('100.00', null)).toBe('The next bill credits it to whoever was charged for these months');
  expect(next('100.00', '100.00')).toBe(
    'No bill takes it, since nobody was charged for it: we credit it to Sales by hand',
  );
  expect(next('100.00', '40.00')).toBe(
    'No bill takes €40.00 of it, since nobody was charged for that: we credit it to Sales by hand',
  );
  expect(next('-100.00', '-100.00')).toBe(
    'No bill takes €100.00 back, since nobody was charged for it: we take it back from Sales by hand',
  );
  expect(next('100.00', '60.00', true)).toBe(
    'No bill takes what the claims of this period come to, since nobody was charged for it: we credit €60.00 to Sales by hand, for all of them at once',
  );
});

it('says it to each side as that side reads it', () => {
  const said = (viewerSide: Side) =>
    nextWords({
      turn: 'DEBTOR',
      state: 'ACCEPTED',
      agreement: { ...agreement, viewerSide },
      amount: money('100.00'),
      unbilled: money('100.00'),
      unbilledTogether: false,
    });
  expect(said('CUSTOMER')).toBe(
    'No bill takes €100.00, since nobody was charged for it: who owes it credits it to Sales by hand',
  );
  const uc = { ...agreement, kind: 'UC' as const, customer: null, provider: { name: 'Nimbus' } };
  const turn = { state: 'DISPUTED' as const, amount: money('1.00'), unbilled: null, unbilledTogether: false };
  expect(nextWords({ ...turn, turn: 'CLAIMANT', agreement: { ...uc, viewerSide: 'PROVIDER' } })).toBe(
    'Whom it is owed insists, or gives it up',
  );
});

it('tells what a provider pays as one sum where something was taken back before it was paid', () => {
  const uc = { ...agreement, kind: 'UC' as const, customer: null, provider: { name: 'Nimbus' } };
  const said = (amount: string, viewerSide: Side = 'OURS') =>
    nextWords({
      turn: 'CLAIMANT',
      state: 'ACCEPTED',
      agreement: { ...uc, viewerSide },
      amount: money('200.00'),
      unbilled: null,
      unbilledTogether: false,
      unpaid: money(amount),
    });
  expect(said('100.00')).toBe(
    '€100.00 is left of the claims of this period: we note when Nimbus paid that, for all of them at once',
  );
  expect(said('-20.00')).toBe('We pay €20.00 back to Nimbus for this period, and note it for all claims at once');
  expect(said('100.00', 'PROVIDER')).toBe(
    '€100.00 is left of the claims of this period: whom it is owed notes when that was paid',
  );
});
