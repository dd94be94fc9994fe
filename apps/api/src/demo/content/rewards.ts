import type { RewardMeasureInput } from '../../rewards/plans/reward-plan.input.js';
import type { PersonKey } from './people.js';
import type { ServiceSlug } from './services.js';

/** The plan of Digital Workplace: Helen makes it, Aisha, who leads the team and has no share, approves. */
export const REWARD_PLAN = {
  team: 'digital-workplace',
  name: 'Reliable workplace',
  terms: { window: 'month', pool: '2400.00', cap: '3000.00', proration: 'weightDays' },
  curve: [
    { attainment: '50', percent: '0' },
    { attainment: '90', percent: '80' },
    { attainment: '100', percent: '100' },
    { attainment: '120', percent: '125' },
  ],
} as const;

type DemoMeasure = Omit<RewardMeasureInput, 'commitmentId'> & { service: ServiceSlug; commitment: string };

export const MEASURES: readonly DemoMeasure[] = [
  { service: 'managed-laptop', commitment: 'resolution', weight: '40', floor: '80', target: '92' },
  { service: 'email-and-calendar', commitment: 'uptime', weight: '30', floor: '99', target: '99.95' },
  { service: 'office-wifi', commitment: 'uptime-uc', weight: '30', floor: '98', target: '99.9' },
];

/** From which day of which month on a member has a share. */
export const SHARES: readonly { person: PersonKey; weight: string; month: number; day: number }[] = [
  { person: 'tom', weight: '3', month: 10, day: 1 },
  { person: 'nora', weight: '2', month: 10, day: 1 },
  { person: 'luca', weight: '2', month: 11, day: 16 },
];
