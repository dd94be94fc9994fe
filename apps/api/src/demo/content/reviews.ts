import type { ReviewDecisionKind } from '@accord/domain';
import type { PersonKey } from './people.js';
import type { ProviderSlug } from './providers.js';

/** Working day of the month after the period; months are closed on the third. */
type On = readonly [workingDay: number, time: string];

export interface DemoReview {
  provider: ProviderSlug;
  /** The month that it looks at. */
  month: number;
  plannedFor: number;
  frozen?: On;
  comment?: { by: PersonKey; on: On; words: string };
  held?: { on: On; minutes: string };
  /** `creditOf`: the commitment, as `service/slug`, whose credit is decided on. */
  decisions?: readonly { kind: ReviewDecisionKind; text: string; creditOf?: string }[];
  actions?: readonly {
    what: string;
    owner: PersonKey;
    /** Working day of the month after the period. */
    due: number;
    done?: { on: On; outcome: string };
  }[];
  closed?: On;
}

/** Hugo chairs them all. */
export const REVIEWS: readonly DemoReview[] = [
  {
    provider: 'varnquist-networks',
    month: 5,
    plannedFor: 8,
    frozen: [4, '11:00'],
    comment: {
      by: 'victor',
      on: [6, '10:30'],
      words: 'The excavator belonged to the gas works. We agree that both lines should not lie in one trench.',
    },
    held: { on: [8, '10:00'], minutes: 'Venlo lost both lines at once. Varnquist shows a route for a second trench.' },
    decisions: [
      {
        kind: 'credit',
        text: 'The credit for the lines is taken off the next invoice.',
        creditOf: 'plant-network/uptime-uc',
      },
      { kind: 'escalate', text: 'A line of its own for Venlo goes to both boards.' },
    ],
    actions: [
      {
        what: 'Draw up the second route to plant Venlo, with its price.',
        owner: 'victor',
        due: 18,
        done: { on: [16, '14:20'], outcome: 'Route and price were sent to Lena and Hugo.' },
      },
    ],
    closed: [9, '09:00'],
  },
  {
    provider: 'tessalune-cloud',
    month: 6,
    plannedFor: 7,
    frozen: [4, '11:30'],
    held: { on: [7, '14:00'], minutes: 'A quiet half-year. The standby site was rehearsed in time.' },
    decisions: [{ kind: 'accept', text: 'As promised; nothing to do.' }],
    closed: [7, '15:30'],
  },
  {
    provider: 'varnquist-networks',
    month: 11,
    plannedFor: 6,
    frozen: [4, '10:40'],
    comment: {
      by: 'victor',
      on: [5, '09:25'],
      words:
        'The update was ours, and so is the outage. For a part of it the cabinet had no power; we ask for the log of your electricians.',
    },
    held: {
      on: [6, '10:00'],
      minutes:
        'The controllers were updated during office hours without notice. Whether the cabinet was switched off is looked into.',
    },
    decisions: [
      {
        kind: 'credit',
        text: 'The credit is claimed as it was calculated.',
        creditOf: 'office-wifi/uptime-uc',
      },
      { kind: 'improvementPlan', text: 'Updates of controllers happen at night and are announced five days ahead.' },
    ],
    actions: [
      {
        what: 'Send the plan for updates at night.',
        owner: 'victor',
        due: 12,
        done: { on: [11, '16:05'], outcome: 'The plan was sent; the next update is in three weeks, at 22:30.' },
      },
      { what: 'Find out when the cabinet had no power.', owner: 'lena', due: 9 },
    ],
    closed: [7, '09:10'],
  },
  {
    provider: 'tessalune-cloud',
    month: 11,
    plannedFor: 19,
    frozen: [13, '15:00'],
    comment: {
      by: 'mei',
      on: [14, '11:45'],
      words: 'The mains failed in the whole district. We have asked that the first 45 minutes do not count.',
    },
  },
  { provider: 'oakenmere-desk', month: 12, plannedFor: 15 },
];
