import { Audit1760000000000 } from './1760000000000-audit.js';
import { People1760000000002 } from './1760000000002-people.js';
import { Catalog1760000000003 } from './1760000000003-catalog.js';
import { Agreements1760000000004 } from './1760000000004-agreements.js';
import { Performance1760000000005 } from './1760000000005-performance.js';
import { Imports1760000000006 } from './1760000000006-imports.js';
import { Orders1760000000007 } from './1760000000007-orders.js';
import { Governance1760000000008 } from './1760000000008-governance.js';
import { Rewards1760000000009 } from './1760000000009-rewards.js';
import { ServiceVersions1760000000012 } from './1760000000012-service-versions.js';
import { Notices1760000000013 } from './1760000000013-notices.js';
import { Webhooks1760000000014 } from './1760000000014-webhooks.js';
import { AccessTokens1760000000015 } from './1760000000015-access-tokens.js';
import { Approvals1760000000016 } from './1760000000016-approvals.js';
import { Charges1760000000018 } from './1760000000018-charges.js';
import { Fulfilment1760000000019 } from './1760000000019-fulfilment.js';
import { Retirement1760000000020 } from './1760000000020-retirement.js';
import { Bundles1760000000021 } from './1760000000021-bundles.js';
import { BillFiles1760000000023 } from './1760000000023-bill-files.js';
import { Holdings1760000000026 } from './1760000000026-holdings.js';
import { PlanPromises1760000000027 } from './1760000000027-plan-promises.js';
import { ServiceSearch1760000000035 } from './1760000000035-service-search.js';
import { BillChanges1760000000036 } from './1760000000036-bill-changes.js';
import { Rollups1760000000038 } from './1760000000038-rollups.js';
import { Sources1760000000039 } from './1760000000039-sources.js';
import { Custody1760000000040 } from './1760000000040-custody.js';
import { Chain1760000000043 } from './1760000000043-chain.js';
import { ExclusionsAndAlerts1760000000041 } from './1760000000041-exclusions-and-alerts.js';
import { Claims1760000000042 } from './1760000000042-claims.js';
import { FigureAudits1760000000048 } from './1760000000048-figure-audits.js';
import { SavedViews1760000000044 } from './1760000000044-saved-views.js';
import { Answers1760000000046 } from './1760000000046-answers.js';
import { Seeing1760000000049 } from './1760000000049-seeing.js';

/** Every migration, oldest first. */
export const migrations = [
  Audit1760000000000,
  People1760000000002,
  Catalog1760000000003,
  Agreements1760000000004,
  Performance1760000000005,
  Imports1760000000006,
  Orders1760000000007,
  Governance1760000000008,
  Rewards1760000000009,
  ServiceVersions1760000000012,
  Notices1760000000013,
  Webhooks1760000000014,
  AccessTokens1760000000015,
  Approvals1760000000016,
  Charges1760000000018,
  Fulfilment1760000000019,
  Retirement1760000000020,
  Bundles1760000000021,
  BillFiles1760000000023,
  Holdings1760000000026,
  PlanPromises1760000000027,
  ServiceSearch1760000000035,
  BillChanges1760000000036,
  Rollups1760000000038,
  Sources1760000000039,
  Custody1760000000040,
  Chain1760000000043,
  ExclusionsAndAlerts1760000000041,
  Claims1760000000042,
  SavedViews1760000000044,
  Answers1760000000046,
  FigureAudits1760000000048,
  Seeing1760000000049,
];
