import type { TeamSlug } from './enterprise.js';
import { PROVIDERS } from './providers.js';
import { SERVICES, type ServiceSlug } from './services.js';

/** Who manages what a company outside delivers. */
const OF_OTHERS: Partial<Record<ServiceSlug, TeamSlug>> = {
  'it-help-desk': 'digital-workplace',
  'office-wifi': 'digital-workplace',
  'print-and-scan': 'network-and-sites',
  'invoice-mailing': 'core-applications',
  payroll: 'core-applications',
  'application-hosting': 'core-applications',
  'virtual-servers': 'data-and-integration',
  'disaster-recovery': 'data-and-integration',
  'security-monitoring': 'security-operations',
  'visual-stock-count': 'core-applications',
};

/** What a team took over from another one, and from which month on. */
export const TAKEN_OVER = { service: 'print-and-scan', team: 'digital-workplace', month: 9 } as const;

/** The team that manages a service from its first day on: our own provider, or who looks after the company. */
export function teamOf({ slug, provider }: (typeof SERVICES)[number]): TeamSlug {
  const ours = PROVIDERS.find((other) => other.slug === provider)!;
  return ours.kind === 'internal' ? ours.team : OF_OTHERS[slug]!;
}
