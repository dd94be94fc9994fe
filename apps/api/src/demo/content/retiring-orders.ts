import type { DemoOrder } from './order.js';

/** Who has what retires: one has moved to what takes its place, the other one is left. */
export const RETIRING_ORDERS: readonly DemoOrder[] = [
  {
    key: 'drawings-of-moulds',
    service: 'department-file-server',
    plan: 'legacy',
    by: 'daniel',
    reason: 'The drawings of the moulds, until they find a better place.',
    drafted: [160, '10:10'],
    moves: [
      ['submitted', 'daniel', [160, '10:14']],
      ['approved', 'clara', [159, '09:20']],
      ['started', 'nora', [158, '10:00']],
      ['delivered', 'nora', [158, '14:30']],
      ['completed', 'daniel', [157, '08:40']],
    ],
  },
  {
    service: 'department-file-server',
    plan: 'legacy',
    by: 'emma',
    quantity: 2,
    reason: 'Price lists and photographs of the showrooms.',
    drafted: [155, '11:00'],
    moves: [
      ['submitted', 'emma', [155, '11:05']],
      ['approved', 'marco', [154, '15:10']],
      ['started', 'nora', [153, '09:30']],
      ['delivered', 'nora', [153, '13:00']],
      ['completed', 'emma', [152, '10:15']],
    ],
  },
  {
    service: 'file-sharing',
    plan: 'team',
    change: { kind: 'change', of: 'drawings-of-moulds' },
    by: 'daniel',
    reason: 'The file server ends; the drawings of the moulds move to a team room.',
    drafted: [25, '09:30'],
    moves: [
      ['submitted', 'daniel', [25, '09:34']],
      ['approved', 'clara', [24, '11:15']],
      ['started', 'nora', [23, '09:10']],
      ['delivered', 'nora', [22, '16:00'], 'All folders are there, with their rights.'],
      ['completed', 'daniel', [21, '09:05']],
    ],
  },
];
