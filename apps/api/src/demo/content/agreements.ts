import { CUSTOMER_AGREEMENTS } from './agreements-customers.js';
import { PROVIDER_AGREEMENTS } from './agreements-providers.js';

export const AGREEMENTS = [...CUSTOMER_AGREEMENTS, ...PROVIDER_AGREEMENTS];
