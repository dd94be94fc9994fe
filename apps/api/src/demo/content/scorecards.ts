import type { ProviderSlug } from './providers.js';
import type { ServiceSlug } from './services.js';

/** Which promise of a provider counts how much, and between which percents it scores from 0 to 100. */
export interface DemoKPI {
  name: string;
  service: ServiceSlug;
  commitment: string;
  weight: string;
  floor: string;
  target: string;
}

/** What companies outside are measured by from the second month on. */
export const SCORECARDS: Partial<Record<ProviderSlug, readonly DemoKPI[]>> = {
  'varnquist-networks': [
    {
      name: 'Wireless network up',
      service: 'office-wifi',
      commitment: 'uptime-uc',
      weight: '60',
      floor: '98',
      target: '99.9',
    },
    {
      name: 'Lines up',
      service: 'plant-network',
      commitment: 'uptime-uc',
      weight: '40',
      floor: '99.5',
      target: '99.99',
    },
  ],
  'tessalune-cloud': [
    {
      name: 'Data centres up',
      service: 'application-hosting',
      commitment: 'uptime-uc',
      weight: '70',
      floor: '99.5',
      target: '99.99',
    },
    {
      name: 'Third site in step',
      service: 'disaster-recovery',
      commitment: 'copied-in-15-minutes-uc',
      weight: '30',
      floor: '99',
      target: '99.95',
    },
  ],
  'oakenmere-desk': [
    {
      name: 'Calls answered in time',
      service: 'it-help-desk',
      commitment: 'first-response-uc',
      weight: '100',
      floor: '80',
      target: '95',
    },
  ],
  'quillspan-documents': [
    {
      name: 'Engineers named in time',
      service: 'print-and-scan',
      commitment: 'first-response-uc',
      weight: '50',
      floor: '80',
      target: '95',
    },
    {
      name: 'Letters posted in time',
      service: 'invoice-mailing',
      commitment: 'posted-next-day-uc',
      weight: '50',
      floor: '90',
      target: '99.5',
    },
  ],
};

/** What the lines shall weigh from next month on; waits for a second person. */
export const HEAVIER_LINES = { provider: 'varnquist-networks', weights: ['50', '50'] } as const;
