import type { ServiceSlug } from './services.js';

/** Services that a monitor watches, and days on which it watched nothing. */
export const PROBED: readonly { service: ServiceSlug; blind?: { month: number; from: number; to: number } }[] = [
  { service: 'order-processing' },
  { service: 'office-wifi', blind: { month: 9, from: 6, to: 17 } },
  { service: 'online-store' },
  { service: 'integration-hub', blind: { month: 2, from: 1, to: 9 } },
];
