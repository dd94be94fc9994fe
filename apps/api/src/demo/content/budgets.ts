import type { UnitSlug } from './enterprise.js';

/** What units may spend on orders in a year; a unit that is missing here spends what a unit above it has. */
export const BUDGETS = {
  sales: '60000.00',
  operations: '90000.00',
  finance: '40000.00',
  'people-and-culture': '15000.00',
  'business-technology': '50000.00',
} as const satisfies Partial<Record<UnitSlug, string>>;
