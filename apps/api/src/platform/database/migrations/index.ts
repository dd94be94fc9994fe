import { Audit1760000000000 } from './1760000000000-audit.js';
import { People1760000000002 } from './1760000000002-people.js';

/** Every migration, oldest first. */
export const migrations = [Audit1760000000000, People1760000000002];
