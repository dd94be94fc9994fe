import type { PriceComponent } from '../catalog/price.js';
import { chargedByUse } from './charged-by-use.js';

const metered = (label: string, amount: string, tiers: PriceComponent['tiers'] = null): PriceComponent => ({
  kind: 'metered',
  label,
  amount,
  per: null,
  unitName: 'GB',
  tiers,
});

it('names what is charged by use, and not what is measured for nothing', () => {
  const tiers = [
    { upTo: '10', amount: '0' },
    { upTo: null, amount: '0.10' },
  ];
  const prices = [metered('Traffic', '0.00'), metered('Storage', '1.00'), metered('Calls', '0', tiers)];

  expect(chargedByUse({ kind: 'subscribe', prices })).toEqual(['Storage', 'Calls']);
  expect(chargedByUse({ kind: 'terminate', prices })).toEqual([]);
});
