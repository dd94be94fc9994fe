import type { DemoOrder } from './order.js';

/** Orders on what is live, of which each waits for somebody, and one that a quorum decides on. */
export const ORDERS_OF_CHANGES: readonly DemoOrder[] = [
  {
    service: 'managed-database',
    plan: 'small',
    change: { kind: 'change', of: 'portal-databases' },
    by: 'priya',
    quantity: 3,
    reason: 'The supplier portal goes live and needs a database of its own.',
    drafted: [3, '13:20'],
    moves: [
      ['submitted', 'priya', [3, '13:25']],
      ['asked', 'clara', [2, '09:50'], 'Can the one for tests be given back then?'],
    ],
  },
  {
    service: 'application-hosting',
    plan: 'capacity',
    change: { kind: 'change', of: 'portal-hosting' },
    by: 'priya',
    limits: { GB: '96' },
    reason: 'With 400 suppliers signed in, memory runs out before the cores do.',
    drafted: [2, '09:15'],
    moves: [['submitted', 'priya', [2, '09:21']]],
  },
  {
    service: 'finance-ledger',
    plan: 'company',
    change: { kind: 'renew', of: 'portugal-ledger' },
    by: 'sofia',
    reason: 'The company in Portugal keeps its books with us for another half year.',
    drafted: [2, '14:00'],
    moves: [['submitted', 'sofia', [2, '14:04']]],
  },
  {
    service: 'managed-database',
    plan: 'small',
    by: 'sofia',
    unit: 'finance',
    reason: 'Salaries are planned in a database that nobody else reads.',
    drafted: [1, '16:40'],
    moves: [
      ['submitted', 'sofia', [1, '16:44']],
      ['approved', 'clara', [1, '16:58'], 'Yes, as discussed.'],
      ['approved', 'felix', [1, '17:12']],
    ],
  },
];
