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
  reason: string;
  drafted: Ago;
  moves: readonly DemoMove[];
}

/** Told from the present backwards, so that each state has somebody waiting in it whenever the demo is made. */
export const ORDERS: readonly DemoOrder[] = [
  {
    key: 'showroom-laptops',
    service: 'managed-laptop',
    plan: 'everyday',
    by: 'emma',
    quantity: 2,
    reason: 'Two new colleagues start in the showroom in Rotterdam.',
    drafted: [150, '09:10'],
    moves: [
      ['submitted', 'emma', [150, '09:18']],
      ['approved', 'marco', [149, '08:50']],
      ['started', 'tom', [149, '13:05']],
      ['delivered', 'tom', [147, '11:30'], 'Handed over in Rotterdam, both signed in.'],
      ['completed', 'emma', [147, '15:40']],
    ],
  },
  {
    service: 'finance-ledger',
    plan: 'company',
    by: 'sofia',
    reason: 'The new company in Portugal keeps its books with us.',
    drafted: [132, '10:00'],
    moves: [
      ['submitted', 'sofia', [131, '16:20']],
      ['approved', 'clara', [129, '09:05'], 'As decided by the board.'],
      ['started', 'luca', [128, '10:10']],
      ['delivered', 'luca', [121, '14:00']],
      ['completed', 'sofia', [119, '09:30']],
    ],
  },
  {
    key: 'seasonal-staff',
    service: 'sign-in-and-access',
    plan: 'person',
    by: 'daniel',
    unit: 'plants',
    quantity: 14,
    reason: 'Seasonal staff of plant Venlo.',
    drafted: [110, '08:30'],
    moves: [
      ['submitted', 'daniel', [110, '08:34']],
      ['approved', 'clara', [110, '14:15']],
      ['started', 'ben', [109, '08:20']],
      ['delivered', 'ben', [109, '09:45']],
      ['completed', 'daniel', [108, '10:00']],
    ],
  },
  {
    key: 'drawing-laptop',
    service: 'managed-laptop',
    plan: 'performance',
    by: 'emma',
    reason: 'Drawings of the new bathroom line do not open on an everyday laptop.',
    drafted: [95, '11:20'],
    moves: [
      ['submitted', 'emma', [95, '11:40']],
      ['approved', 'marco', [93, '16:45']],
      ['started', 'tom', [92, '09:00']],
      ['delivered', 'tom', [84, '15:10'], 'The graphics cards came a week late.'],
      ['completed', 'emma', [83, '08:55']],
    ],
  },
  {
    service: 'managed-laptop',
    plan: 'performance',
    by: 'emma',
    quantity: 8,
    reason: 'For the stand at the fair.',
    drafted: [72, '14:00'],
    moves: [
      ['submitted', 'emma', [72, '14:06']],
      ['rejected', 'marco', [70, '10:30'], 'Eight for a fair of three days: please borrow them from the pool.'],
    ],
  },
  {
    service: 'managed-database',
    plan: 'small',
    by: 'priya',
    quantity: 2,
    reason: 'Test and acceptance for the supplier portal.',
    drafted: [61, '13:15'],
    moves: [
      ['submitted', 'priya', [61, '13:20']],
      ['approved', 'clara', [60, '17:30']],
      ['started', 'anna', [59, '09:15']],
      ['delivered', 'anna', [59, '11:05']],
      ['completed', 'priya', [58, '10:20']],
    ],
  },
  {
    service: 'office-wifi',
    plan: 'europe',
    by: 'daniel',
    reason: 'The rented hall next to warehouse Duisburg.',
    drafted: [48, '09:40'],
    moves: [
      ['submitted', 'daniel', [48, '09:52']],
      ['approved', 'clara', [47, '11:00']],
      ['started', 'nora', [46, '10:00']],
      ['failed', 'nora', [31, '16:25'], 'The landlord of the hall does not allow antennas under its roof.'],
    ],
  },
  {
    service: 'file-sharing',
    plan: 'team',
    by: 'emma',
    reason: 'Photographs of the spring campaign.',
    drafted: [36, '10:05'],
    moves: [
      ['submitted', 'emma', [36, '10:07']],
      ['cancelled', 'emma', [36, '15:50'], 'The agency keeps them for us.'],
    ],
  },
  {
    service: 'sign-in-and-access',
    plan: 'person',
    change: { kind: 'suspend', of: 'seasonal-staff' },
    by: 'daniel',
    reason: 'The season is over; most of them come back.',
    drafted: [34, '09:00'],
    moves: [
      ['submitted', 'daniel', [34, '09:02']],
      ['approved', 'clara', [33, '10:40']],
      ['started', 'ben', [33, '13:00']],
      ['delivered', 'ben', [33, '13:20']],
      ['completed', 'daniel', [32, '08:45']],
    ],
  },
  {
    service: 'managed-laptop',
    plan: 'everyday',
    change: { kind: 'change', of: 'showroom-laptops' },
    by: 'emma',
    quantity: 3,
    reason: 'A third colleague in the showroom in Rotterdam.',
    drafted: [28, '10:15'],
    moves: [
      ['submitted', 'emma', [28, '10:17']],
      ['asked', 'marco', [28, '15:30'], 'Can one from the pool do until the summer?'],
      ['answered', 'emma', [27, '08:50'], 'No, she stays for good.'],
      ['approved', 'marco', [27, '11:10']],
      ['started', 'tom', [26, '09:30']],
      ['delivered', 'tom', [25, '14:00'], 'Handed over in Rotterdam.'],
      ['completed', 'emma', [25, '16:10']],
    ],
  },
  {
    service: 'email-and-calendar',
    plan: 'shared',
    by: 'marco',
    reason: 'One address for the tenders of all showrooms.',
    drafted: [24, '08:45'],
    moves: [
      ['submitted', 'marco', [24, '08:48']],
      ['approved', 'clara', [22, '12:10']],
      ['started', 'nora', [22, '14:00']],
      ['delivered', 'nora', [22, '15:30']],
      ['completed', 'marco', [21, '09:20']],
    ],
  },
  {
    service: 'managed-laptop',
    plan: 'performance',
    change: { kind: 'terminate', of: 'drawing-laptop' },
    by: 'emma',
    reason: 'The drawings of the bathroom line are done elsewhere now.',
    drafted: [19, '11:00'],
    moves: [
      ['submitted', 'emma', [19, '11:01']],
      ['approved', 'marco', [18, '09:20']],
      ['started', 'tom', [17, '10:00']],
      ['delivered', 'tom', [16, '15:45'], 'The laptop is back and wiped.'],
      ['completed', 'emma', [16, '16:30']],
    ],
  },
  {
    service: 'email-and-calendar',
    plan: 'standard',
    by: 'emma',
    quantity: 3,
    reason: 'Three trainees join the showrooms.',
    drafted: [3, '09:00'],
    moves: [
      ['submitted', 'emma', [3, '09:04']],
      ['approved', 'marco', [3, '10:40']],
      ['started', 'tom', [2, '09:10']],
      ['delivered', 'tom', [2, '10:15'], 'The mailboxes are open from today on.'],
    ],
  },
  {
    service: 'managed-laptop',
    plan: 'everyday',
    by: 'emma',
    quantity: 3,
    reason: 'Laptops for the three trainees.',
    drafted: [3, '09:06'],
    moves: [
      ['submitted', 'emma', [3, '09:12']],
      ['approved', 'marco', [3, '10:44']],
      ['started', 'tom', [2, '13:30']],
    ],
  },
  {
    service: 'managed-laptop',
    plan: 'everyday',
    by: 'sofia',
    reason: 'A new accountant begins next month.',
    drafted: [2, '11:00'],
    moves: [
      ['submitted', 'sofia', [2, '11:03']],
      ['approved', 'clara', [1, '08:40']],
    ],
  },
  {
    service: 'managed-laptop',
    plan: 'performance',
    by: 'sofia',
    reason: 'The planning model of the group no longer fits on an everyday laptop.',
    drafted: [6, '13:00'],
    moves: [
      ['submitted', 'sofia', [6, '13:05']],
      ['approved', 'clara', [5, '09:30']],
      ['started', 'tom', [4, '10:10']],
      ['held', 'tom', [3, '11:00'], 'The maker delivers the larger memory next week.'],
    ],
  },
  {
    service: 'managed-laptop',
    plan: 'everyday',
    more: [{ service: 'email-and-calendar', plan: 'standard' }],
    by: 'emma',
    beginsIn: 45,
    reason: 'A buyer joins the showrooms; she begins in a few weeks.',
    drafted: [2, '10:20'],
    moves: [
      ['submitted', 'emma', [2, '10:31']],
      ['approved', 'marco', [1, '09:10']],
    ],
  },
  {
    service: 'sign-in-and-access',
    plan: 'person',
    change: { kind: 'resume', of: 'seasonal-staff' },
    by: 'daniel',
    reason: 'The first of the seasonal staff are back.',
    drafted: [1, '10:00'],
    moves: [['submitted', 'daniel', [1, '10:02']]],
  },
  {
    service: 'file-sharing',
    plan: 'team',
    by: 'emma',
    reason: 'A room for the photographs of suppliers.',
    drafted: [2, '11:40'],
    moves: [
      ['submitted', 'emma', [2, '11:44']],
      ['asked', 'marco', [1, '12:05'], 'How many people outside the company will use it?'],
    ],
  },
  {
    service: 'sales-reporting',
    plan: 'own-reports',
    by: 'emma',
    beneficiary: 'jonas',
    reason: 'Jonas plans the assortment of the online store and needs figures of his own.',
    drafted: [3, '15:30'],
    moves: [['submitted', 'emma', [3, '15:42']]],
  },
  {
    service: 'sales-reporting',
    plan: 'reader',
    by: 'marco',
    quantity: 4,
    reason: 'The showroom managers of the north read the figures of their region.',
    drafted: [2, '16:10'],
    moves: [['submitted', 'marco', [2, '16:15']]],
  },
  {
    service: 'managed-laptop',
    plan: 'performance',
    by: 'emma',
    reason: 'A planner of kitchens who draws in three dimensions.',
    drafted: [1, '14:20'],
    moves: [['submitted', 'emma', [1, '14:31']]],
  },
  {
    service: 'file-sharing',
    plan: 'team',
    by: 'emma',
    quantity: 2,
    reason: 'Price lists of the two new brands.',
    drafted: [1, '16:00'],
    moves: [],
  },
];
