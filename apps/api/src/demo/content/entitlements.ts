import type { Entitlement } from '@accord/domain';
import type { UnitSlug } from './enterprise.js';
import type { PersonKey } from './people.js';
import type { ServiceSlug } from './services.js';

/** Where the people of a unit work. */
export const LOCATIONS: Readonly<Record<UnitSlug, string>> = {
  'halden-reyes-group': 'Amsterdam',
  finance: 'Amsterdam',
  'people-and-culture': 'Amsterdam',
  'business-technology': 'Amsterdam',
  sales: 'Rotterdam',
  'online-sales': 'Rotterdam',
  operations: 'Venlo',
  plants: 'Venlo',
  logistics: 'Venlo',
};

/** Services that not everybody sees, or orders: who says so, of which. */
export const ENTITLEMENTS: readonly (readonly [PersonKey, ServiceSlug, Entitlement])[] = [
  ['jonas', 'sales-reporting', { see: 'everybody', order: { units: ['sales'] } }],
  ['daniel', 'plant-network', { see: { locations: ['Venlo'] }, order: 'requesters' }],
];
