import type { ServiceSlug } from './services.js';

/** What is counted: how much of it on a day, a week or in a month, and which share of it is good. */
export interface CountHabit {
  service: ServiceSlug;
  series: string;
  every: 'day' | 'workingDay' | 'week' | 'month';
  about: number;
  good: number;
  months?: Readonly<Record<number, number>>;
  /** Months in which nobody counted. */
  uncounted?: readonly number[];
  /** The first month with counts; 1 unless said otherwise. */
  from?: number;
}

export const COUNTS: readonly CountHabit[] = [
  {
    service: 'managed-laptop',
    series: 'replacements',
    every: 'week',
    about: 9,
    good: 0.985,
    months: { 6: 0.86 },
  },
  {
    service: 'it-help-desk',
    series: 'calls',
    every: 'workingDay',
    about: 74,
    good: 0.87,
    months: { 1: 0.76, 10: 0.79 },
  },
  {
    service: 'invoice-mailing',
    series: 'invoices',
    every: 'workingDay',
    about: 610,
    good: 0.997,
    months: { 4: 0.981 },
  },
  {
    service: 'invoice-mailing',
    series: 'letters',
    every: 'workingDay',
    about: 610,
    good: 0.992,
    months: { 4: 0.944 },
  },
  { service: 'payroll', series: 'payslips', every: 'month', about: 2870, good: 0.9981, months: { 9: 0.983 } },
  { service: 'managed-database', series: 'backups', every: 'day', about: 46, good: 0.998, uncounted: [3] },
  {
    service: 'disaster-recovery',
    series: 'changes',
    every: 'day',
    about: 9600,
    good: 0.99965,
    months: { 11: 0.9962 },
  },
  {
    service: 'disaster-recovery',
    series: 'changes copied by Tessalune',
    every: 'day',
    about: 9600,
    good: 0.99972,
    months: { 11: 0.9966 },
  },
  {
    service: 'security-monitoring',
    series: 'alarms',
    every: 'day',
    about: 31,
    good: 0.978,
    months: { 7: 0.93, 13: 0.951 },
  },
  {
    service: 'security-monitoring',
    series: 'alarms raised by Solvendra',
    every: 'day',
    about: 31,
    good: 0.97,
    months: { 7: 0.915 },
  },
  {
    service: 'sales-reporting',
    series: 'reports',
    every: 'workingDay',
    about: 24,
    good: 0.992,
    months: { 2: 0.94, 9: 0.955 },
  },
  {
    service: 'sales-reporting',
    series: 'data feeds',
    every: 'workingDay',
    about: 18,
    good: 0.99,
    months: { 9: 0.95 },
  },
  {
    service: 'integration-hub',
    series: 'messages',
    every: 'day',
    about: 132_000,
    good: 0.9975,
    // Slowly worse: found as a drift months before it is missed.
    months: { 5: 0.9833, 9: 0.9972, 10: 0.9969, 11: 0.9966, 12: 0.9964, 13: 0.9961 },
  },
  {
    service: 'project-delivery',
    series: 'milestones',
    every: 'month',
    about: 11,
    good: 0.88,
    months: { 5: 0.6, 4: 0.7 },
  },
  { service: 'technology-advice', series: 'questions', every: 'month', about: 6, good: 0.95 },
  {
    service: 'delivery-promise',
    series: 'deliveries',
    every: 'workingDay',
    about: 880,
    good: 0.975,
    months: { 10: 0.949, 11: 0.962 },
  },
  {
    service: 'customer-insight',
    series: 'customer profiles',
    every: 'day',
    about: 41,
    good: 0.98,
    months: { 7: 0.91 },
  },
  {
    service: 'visual-stock-count',
    series: 'counted aisles',
    every: 'week',
    about: 5,
    good: 0.9,
    months: { 4: 0.6, 5: 0.7 },
    from: 4,
  },
];
