import type { ServiceSlug } from './services.js';

/** Every second Sunday of a month, 02:00 to 04:00. */
export const MAINTAINED: readonly { service: ServiceSlug; description: string }[] = [
  { service: 'application-hosting', description: 'Monthly security updates of the virtual servers.' },
  { service: 'order-processing', description: 'Monthly release of Order Processing.' },
  { service: 'finance-ledger', description: 'Monthly release of the ledger.' },
  { service: 'managed-database', description: 'Patches of the database platform.' },
  { service: 'plant-network', description: 'Updates of switches and wireless controllers.' },
];
