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
    series: 'replaced-in-three-days',
    every: 'week',
    about: 9,
    good: 0.985,
    months: { 6: 0.86 },
  },
  {
    service: 'it-help-desk',
    series: 'calls-answered',
    every: 'workingDay',
    about: 74,
    good: 0.87,
    months: { 1: 0.76, 10: 0.79 },
  },
  {
    service: 'invoice-mailing',
    series: 'posted-next-day',
    every: 'workingDay',
    about: 610,
    good: 0.997,
    months: { 4: 0.981 },
  },
  {
    service: 'invoice-mailing',
    series: 'posted-next-day-uc',
    every: 'workingDay',
    about: 610,
    good: 0.992,
    months: { 4: 0.944 },
  },
  { service: 'payroll', series: 'correct-payslips', every: 'month', about: 2870, good: 0.9981, months: { 9: 0.983 } },
  { service: 'managed-database', series: 'backups-read-back', every: 'day', about: 46, good: 0.998, uncounted: [3] },
  {
    service: 'disaster-recovery',
    series: 'copied-in-15-minutes',
    every: 'day',
    about: 9600,
    good: 0.99965,
    months: { 11: 0.9962 },
  },
  {
    service: 'disaster-recovery',
    series: 'copied-in-15-minutes-uc',
    every: 'day',
    about: 9600,
    good: 0.99972,
    months: { 11: 0.9966 },
  },
  {
    service: 'security-monitoring',
    series: 'alarms-in-30-minutes',
    every: 'day',
    about: 31,
    good: 0.978,
    months: { 7: 0.93, 13: 0.951 },
  },
  {
    service: 'security-monitoring',
    series: 'alarms-in-20-minutes-uc',
    every: 'day',
    about: 31,
    good: 0.97,
    months: { 7: 0.915 },
  },
  {
    service: 'sales-reporting',
    series: 'ready-by-seven',
    every: 'workingDay',
    about: 24,
    good: 0.992,
    months: { 2: 0.94, 9: 0.955 },
  },
  {
    service: 'sales-reporting',
    series: 'loaded-by-six',
    every: 'workingDay',
    about: 18,
    good: 0.99,
    months: { 9: 0.95 },
  },
  {
    service: 'integration-hub',
    series: 'delivered-in-five-minutes',
    every: 'day',
    about: 132_000,
    good: 0.9975,
    months: { 5: 0.9833 },
  },
  {
    service: 'project-delivery',
    series: 'milestones-on-time',
    every: 'month',
    about: 11,
    good: 0.88,
    months: { 5: 0.6, 4: 0.7 },
  },
  { service: 'technology-advice', series: 'answered-in-ten-days', every: 'month', about: 6, good: 0.95 },
  {
    service: 'online-store',
    series: 'checkout-in-two-seconds',
    every: 'day',
    about: 2150,
    good: 0.972,
    months: { 9: 0.941, 13: 0.953 },
  },
  {
    service: 'delivery-promise',
    series: 'delivered-as-promised',
    every: 'workingDay',
    about: 880,
    good: 0.975,
    months: { 10: 0.949, 11: 0.962 },
  },
  { service: 'customer-insight', series: 'renewed-by-eight', every: 'day', about: 41, good: 0.98, months: { 7: 0.91 } },
  {
    service: 'visual-stock-count',
    series: 'counts-that-agree',
    every: 'week',
    about: 5,
    good: 0.9,
    months: { 4: 0.6, 5: 0.7 },
    from: 4,
  },
];
