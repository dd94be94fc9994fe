import { Audit1760000000000 } from './1760000000000-audit.js';

/** Every migration, oldest first. */
export const migrations = [Audit1760000000000];
