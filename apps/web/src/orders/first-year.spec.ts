import { expect, it } from 'vitest';
import { firstYear } from './first-year';

it('is what is paid once, and twelve months, to the cent', () => {
  const euros = (amount: string) => ({ amount, currency: 'EUR' });

  expect(firstYear({ oneOff: euros('25.00'), monthly: euros('33.33') })).toEqual(euros('424.96'));
});
