import { agreements } from './agreements.js';
import { approvals } from './approvals.js';
import { bundles } from './bundles.js';
import { catalog } from './catalog.js';
import { charges } from './charges.js';
import { claims } from './claims.js';
import { demo } from './demo.js';
import { governance } from './governance.js';
import { imports } from './imports.js';
import { orders } from './orders.js';
import { people } from './people.js';
import { performance } from './performance.js';
import { platform } from './platform.js';
import { providers } from './providers.js';
import { rewards } from './rewards.js';
import type { Rows } from './row.js';
import { sources } from './sources.js';

/**
 * Every operation of the schema, by noun; the rows of agreements leave the most behind for others to judge.
 * After those of the demo the organisation is no longer a real one.
 */
export const nouns: Readonly<Record<string, Rows>> = {
  people,
  providers,
  catalog,
  bundles,
  governance,
  performance,
  claims,
  imports,
  sources,
  agreements,
  orders,
  approvals,
  charges,
  rewards,
  platform,
  demo,
};
