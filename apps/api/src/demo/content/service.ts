import type { LimitRange, LineOfService } from '@accord/domain';
import type { CalendarSlug } from './calendars.js';
import type { UnitSlug } from './enterprise.js';
import type { PersonKey } from './people.js';
import type { ProviderSlug } from './providers.js';

export interface DemoService {
  slug: string;
  name: string;
  outcome: string;
  description: string;
  synonyms: readonly string[];
  line: LineOfService;
  /** Operational dependence, strategic impact, standardizability, uncertainty; 1 to 5. */
  scores: readonly [number, number, number, number];
  owner: PersonKey;
  /** The unit for which it is there first of all. */
  unit: UnitSlug;
  provider: ProviderSlug;
  /** Whose people alone see it; everybody does, unless said otherwise. */
  seenBy?: UnitSlug;
  /** What it rests on. */
  supporting?: readonly string[];
  /** None where nobody orders it, and others rest on it. */
  plans: readonly DemoPlan[];
  /** The first month of each step of its life; steps that are left out have not been taken. Default: live from 1 on. */
  life?: { proposed?: number; chartered?: number; live?: number; retiring?: number; retired?: number };
  /** What takes the place of its plans once it retires, as `service/plan`. */
  leadsTo?: string;
}

export interface DemoPlan {
  slug: string;
  name: string;
  description: string;
  currency?: string;
  /** The SLA that comes with it. */
  sla?: string;
  /** Open hours in which an order is delivered. */
  delivery?: readonly [hours: string, calendar: Exclude<CalendarSlug, 'always'>];
  prices: readonly DemoPrice[];
  /** How much can be set aside of a unit, where not just anything can. */
  limits?: readonly LimitRange[];
}

export type DemoPrice =
  | readonly ['oneOff', label: string, amount: string]
  | readonly ['recurring', label: string, amount: string, per: 'month' | 'quarter' | 'year']
  | readonly ['perUnit', label: string, amount: string, unit: string, per?: 'month' | 'quarter' | 'year']
  | readonly [
      kind: 'metered' | 'limit',
      label: string,
      amount: string,
      unit: string,
      per: 'month' | 'quarter' | 'year',
      /** What each unit costs above a number of them. */
      above?: readonly [units: string, amount: string],
    ];
