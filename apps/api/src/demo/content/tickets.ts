import type { CalendarSlug } from './calendars.js';
import type { ServiceSlug } from './services.js';

/** How the tickets of a service come and go. */
export interface TicketHabit {
  service: ServiceSlug;
  /** As the ticket system calls it. */
  label: string;
  /** To whom the first line hands on what it does not solve itself, as the ticket system calls them. */
  secondLine: string;
  aMonth: number;
  /** Office: most on Monday morning, few at the weekend; around the clock: evenly. */
  rhythm: 'office' | 'aroundTheClock';
  calendar: CalendarSlug;
  /** Minutes by priority from 1 on, as promised. */
  response: readonly number[];
  resolution: readonly number[];
  /** Share that is answered and solved in time. */
  answered: number;
  solved: number;
  /** Months that went differently. */
  months?: Readonly<Record<number, { answered?: number; solved?: number; times?: number }>>;
}

const OFFICE = 'office-hours-amsterdam';
const EXTENDED = 'extended-hours-amsterdam';

/** In the group's own ticket system. */
export const TICKETS: readonly TicketHabit[] = [
  {
    service: 'it-help-desk',
    label: 'Help Desk',
    secondLine: 'Oakenmere Desk Services',
    aMonth: 128,
    rhythm: 'office',
    calendar: EXTENDED,
    response: [10, 30, 120, 240],
    resolution: [240, 480, 960, 1920],
    answered: 0.965,
    solved: 0.93,
    months: {
      1: { answered: 0.84, solved: 0.86, times: 1.3 },
      10: { times: 1.5, answered: 0.87 },
      13: { solved: 0.835 },
    },
  },
  {
    service: 'managed-laptop',
    label: 'Laptop',
    secondLine: 'Digital Workplace',
    aMonth: 58,
    rhythm: 'office',
    calendar: OFFICE,
    response: [30, 60, 240, 480],
    resolution: [240, 480, 1440, 2400],
    answered: 0.98,
    solved: 0.965,
    months: { 6: { solved: 0.8 } },
  },
  {
    service: 'email-and-calendar',
    label: 'Email',
    secondLine: 'Tessalune Cloud',
    aMonth: 44,
    rhythm: 'office',
    calendar: OFFICE,
    response: [30, 60, 240, 480],
    resolution: [240, 480, 1440, 2400],
    answered: 0.97,
    solved: 0.97,
    months: { 3: { times: 2, solved: 0.93 } },
  },
  {
    service: 'order-processing',
    label: 'Order Processing',
    secondLine: 'Core Applications',
    aMonth: 42,
    rhythm: 'office',
    calendar: EXTENDED,
    response: [15, 30, 120, 480],
    resolution: [90, 300, 900, 1800],
    answered: 0.97,
    solved: 0.975,
    months: { 4: { times: 1.6, solved: 0.84 }, 12: { solved: 0.91 } },
  },
  {
    service: 'finance-ledger',
    label: 'Finance Ledger',
    secondLine: 'Core Applications',
    aMonth: 26,
    rhythm: 'office',
    calendar: OFFICE,
    response: [15, 60, 240, 480],
    resolution: [120, 480, 1200, 2400],
    answered: 0.98,
    solved: 0.975,
    months: { 11: { solved: 0.8 } },
  },
  {
    service: 'warehouse-control',
    label: 'Warehouse Control',
    secondLine: 'Core Applications',
    aMonth: 36,
    rhythm: 'aroundTheClock',
    calendar: 'always',
    response: [15, 30, 120, 480],
    resolution: [120, 360, 960, 2880],
    answered: 0.985,
    solved: 0.96,
    months: { 6: { times: 1.7, answered: 0.9 } },
  },
  {
    service: 'plant-network',
    label: 'Plant Network',
    secondLine: 'Varnquist Networks',
    aMonth: 28,
    rhythm: 'aroundTheClock',
    calendar: 'always',
    response: [15, 60, 240, 480],
    resolution: [240, 480, 1440, 2880],
    answered: 0.97,
    solved: 0.97,
    months: { 5: { solved: 0.85, answered: 0.82 } },
  },
  {
    service: 'sign-in-and-access',
    label: 'Access',
    secondLine: 'Security Operations',
    aMonth: 52,
    rhythm: 'office',
    calendar: OFFICE,
    response: [15, 30, 120, 480],
    resolution: [60, 240, 480, 1200],
    answered: 0.98,
    solved: 0.985,
    months: { 9: { times: 1.5, solved: 0.9 } },
  },
  {
    service: 'online-store',
    label: 'Online Store',
    secondLine: 'Tessalune Cloud',
    aMonth: 34,
    rhythm: 'aroundTheClock',
    calendar: 'always',
    response: [15, 30, 120, 480],
    resolution: [240, 480, 1440, 2880],
    answered: 0.985,
    solved: 0.95,
    months: { 8: { times: 1.5, answered: 0.91 }, 13: { answered: 0.925 } },
  },
  {
    service: 'office-wifi',
    label: 'Wi-Fi North America',
    secondLine: 'Network & Sites',
    aMonth: 24,
    rhythm: 'office',
    calendar: 'office-hours-new-york',
    response: [30, 60, 240, 480],
    resolution: [240, 480, 960, 1920],
    answered: 0.97,
    solved: 0.965,
    months: { 3: { solved: 0.82 } },
  },
];

/** In the system of the print provider, which sends a file of its own. */
export const PRINT_TICKETS: readonly TicketHabit[] = [
  {
    service: 'print-and-scan',
    label: 'Printers',
    secondLine: 'Quillspan Documents',
    aMonth: 38,
    rhythm: 'office',
    calendar: OFFICE,
    response: [60, 120, 240, 480],
    resolution: [240, 480, 960, 1920],
    answered: 0.97,
    solved: 0.965,
    months: { 7: { solved: 0.8 } },
  },
];

/** The month whose print tickets came only after it was closed. */
export const LATE_PRINT_MONTH = 10;

/** The month whose tickets came with rows that nobody can read. */
export const STRAY_MONTH = 12;
