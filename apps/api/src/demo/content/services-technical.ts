import type { DemoService } from './service.js';

const technical = { owner: 'priya', unit: 'business-technology', seenBy: 'business-technology', plans: [] } as const;

/** Nobody orders them: what people order rests on them. */
export const TECHNICAL_SERVICES = [
  {
    ...technical,
    slug: 'data-centre-network',
    name: 'Data Centre Network',
    outcome: 'Servers, sites and the cloud reach each other, and nobody else reaches them.',
    description: 'Two separate paths between our rooms, the sites and the cloud, with firewalls between them.',
    synonyms: ['backbone', 'firewall', 'lan', 'wan'],
    line: 'networkManagement',
    scores: [5, 1, 4, 1],
    provider: 'network-and-sites',
  },
  {
    ...technical,
    slug: 'virtual-servers',
    name: 'Virtual Servers',
    outcome: 'Applications and databases have the computing power that they need.',
    description: 'Servers by the hour in two regions, with images that are patched every month.',
    synonyms: ['vm', 'compute', 'server'],
    line: 'operatingSystemSupport',
    scores: [5, 1, 5, 1],
    provider: 'tessalune-cloud',
    supporting: ['data-centre-network'],
  },
  {
    ...technical,
    slug: 'backup-and-restore',
    name: 'Backup & Restore',
    outcome: 'What was lost yesterday is back today.',
    description: 'A copy every night, kept for 35 days in another region; a restore is rehearsed every quarter.',
    synonyms: ['copy', 'recovery', 'archive'],
    line: 'disasterRecovery',
    scores: [4, 1, 5, 1],
    provider: 'data-and-integration',
    supporting: ['virtual-servers'],
  },
] as const satisfies readonly DemoService[];
