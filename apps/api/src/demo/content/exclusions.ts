import type { ExclusionCategory } from '@accord/domain';
import type { PersonKey } from './people.js';
import type { ServiceSlug } from './services.js';

/** Time that somebody asked not to count. `minutes` from the start of the outage that it is about. */
export interface DemoExclusion {
  service: ServiceSlug;
  commitment: string;
  month: number;
  day: number;
  time: string;
  minutes: number;
  category: ExclusionCategory;
  reason: string;
  /** What shows it, in words. */
  evidence?: string;
  by: PersonKey;
  /** Working day of the next month on which it was asked for; months are closed on the third. */
  asked: number;
  decision?: { state: 'approved' | 'refused' | 'withdrawn'; by: PersonKey; workingDay: number; reason?: string };
}

export const EXCLUSIONS: readonly DemoExclusion[] = [
  {
    service: 'customer-insight',
    commitment: 'uptime',
    month: 7,
    day: 7,
    time: '10:00',
    minutes: 180,
    category: 'customerCause',
    reason: 'Sales asked for the migration to be done in the morning, because the campaign started at one o’clock.',
    evidence: 'Change CHG-2041, approved by Jonas Keller.',
    by: 'jonas',
    asked: 1,
    decision: { state: 'approved', by: 'owen', workingDay: 2 },
  },
  {
    service: 'plant-network',
    commitment: 'uptime',
    month: 8,
    day: 13,
    time: '02:15',
    minutes: 190,
    category: 'forceMajeure',
    reason: 'The grid operator switched off the power of plant Venlo; nobody could have kept the network up.',
    evidence: 'Letter of the grid operator, received on the sixth.',
    by: 'daniel',
    asked: 5,
    decision: { state: 'approved', by: 'owen', workingDay: 9 },
  },
  {
    service: 'office-wifi',
    commitment: 'uptime',
    month: 2,
    day: 18,
    time: '09:10',
    minutes: 245,
    category: 'thirdParty',
    reason: 'The licence was ordered in time; the distributor delivered it late.',
    by: 'priya',
    asked: 1,
    decision: {
      state: 'refused',
      by: 'mara',
      workingDay: 2,
      reason: 'Ordering the licence is part of the service, so its delay is too.',
    },
  },
  {
    service: 'email-and-calendar',
    commitment: 'uptime',
    month: 3,
    day: 18,
    time: '09:30',
    minutes: 62,
    category: 'other',
    reason: 'Mail inside the group was not affected.',
    by: 'priya',
    asked: 1,
    decision: { state: 'withdrawn', by: 'priya', workingDay: 2 },
  },
  {
    service: 'office-wifi',
    commitment: 'uptime-uc',
    month: 11,
    day: 12,
    time: '10:05',
    minutes: 80,
    category: 'customerCause',
    reason: 'Our own electricians had switched off the cabinet; Varnquist could not have kept the network up.',
    evidence: 'Log of the electricians, found by Lena Vogt.',
    by: 'priya',
    asked: 8,
    decision: { state: 'approved', by: 'hugo', workingDay: 10 },
  },
  {
    service: 'application-hosting',
    commitment: 'uptime',
    month: 11,
    day: 5,
    time: '13:27',
    minutes: 45,
    category: 'thirdParty',
    reason:
      'The mains failed in the whole district; the contract does not count the first 45 minutes of such a failure.',
    evidence: 'Report of the grid operator, sent on by Tessalune Cloud.',
    by: 'priya',
    asked: 12,
  },
  {
    service: 'delivery-promise',
    commitment: 'uptime',
    month: 12,
    day: 8,
    time: '06:50',
    minutes: 40,
    category: 'customerCause',
    reason: 'Logistics asked to keep the service off until the first lorries had been re-routed by hand.',
    evidence: 'Call of Daniel Osei at 07:25, noted by the help desk.',
    by: 'daniel',
    asked: 4,
  },
];
