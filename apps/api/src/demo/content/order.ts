import type { OrderKind } from '@accord/domain';
import type { UnitSlug } from './enterprise.js';
import type { PersonKey } from './people.js';
import type { ServiceSlug } from './services.js';

/** Working days before the present, and the time of that day. */
export type Ago = readonly [days: number, time: string];

/** What ends the sentence "the order is …", who made it so, when, and in which words. */
export type DemoMove = readonly [
  move:
    | 'submitted'
    | 'asked'
    | 'answered'
    | 'approved'
    | 'rejected'
    | 'started'
    | 'held'
    | 'released'
    | 'retried'
    | 'delivered'
    | 'failed'
    | 'completed'
    | 'cancelled',
  by: PersonKey,
  ago: Ago,
  words?: string,
];

/** A live subscription that an order changes, by the key of the order that began it. */
export interface DemoChange {
  kind: Exclude<OrderKind, 'subscribe'>;
  of: string;
}

export interface DemoOrder {
  /** For later orders on what this one begins. */
  key?: string;
  service: ServiceSlug;
  plan: string;
  change?: DemoChange;
  /** What else is ordered with it, one of each. */
  more?: readonly { service: ServiceSlug; plan: string }[];
  /** Days from the drafting to the day on which the work is to begin. */
  beginsIn?: number;
  by: PersonKey;
  /** Somebody else whom it is for. */
  beneficiary?: PersonKey;
  /** Who pays; the unit of whom it is for, unless said otherwise. */
  unit?: UnitSlug;
  quantity?: number;
  /** What it sets aside, by unit. */
  limits?: Readonly<Record<string, string>>;
  reason: string;
  drafted: Ago;
  moves: readonly DemoMove[];
}
