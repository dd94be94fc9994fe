import type { ServiceSlug } from './services.js';

/** An outage that people remember. */
export interface DemoOutage {
  service: ServiceSlug;
  month: number;
  day: number;
  time: string;
  minutes: number;
  cause: string;
}

export const OUTAGES: readonly DemoOutage[] = [
  {
    service: 'application-hosting',
    month: 2,
    day: 11,
    time: '10:42',
    minutes: 38,
    cause: 'A storage controller failed, and the second one took over half an hour late.',
  },
  {
    service: 'application-hosting',
    month: 7,
    day: 19,
    time: '03:10',
    minutes: 6,
    cause: 'A firmware update restarted one rack that should have been left out.',
  },
  {
    service: 'application-hosting',
    month: 11,
    day: 5,
    time: '13:27',
    minutes: 131,
    cause: 'Hall B lost its power feed; the batteries held, but the switch back to mains needed a technician.',
  },
  {
    service: 'order-processing',
    month: 4,
    day: 16,
    time: '09:05',
    minutes: 64,
    cause: 'A change of the price rules locked the order table; it was taken back.',
  },
  {
    service: 'finance-ledger',
    month: 3,
    day: 6,
    time: '11:15',
    minutes: 34,
    cause: 'The posting queue filled up during the monthly close.',
  },
  {
    service: 'payroll',
    month: 9,
    day: 22,
    time: '14:00',
    minutes: 58,
    cause: 'The provider’s certificate had expired.',
  },
  {
    service: 'warehouse-control',
    month: 6,
    day: 9,
    time: '05:40',
    minutes: 55,
    cause: 'Scanners could not sign in after an update of the wireless controllers.',
  },
  {
    service: 'plant-network',
    month: 5,
    day: 20,
    time: '16:20',
    minutes: 74,
    cause: 'An excavator cut the main line of plant Venlo; the second line was in the same trench.',
  },
  {
    service: 'plant-network',
    month: 8,
    day: 13,
    time: '02:15',
    minutes: 190,
    cause: 'The grid operator switched off the power of plant Venlo on short notice.',
  },
  {
    service: 'managed-database',
    month: 9,
    day: 4,
    time: '10:20',
    minutes: 27,
    cause: 'A query of the new stock report used up all memory.',
  },
  {
    service: 'sign-in-and-access',
    month: 10,
    day: 14,
    time: '08:02',
    minutes: 45,
    cause: 'The second factor was not delivered; the text message partner had a fault.',
  },
  {
    service: 'email-and-calendar',
    month: 3,
    day: 18,
    time: '09:30',
    minutes: 62,
    cause: 'A wrong spam rule held back every mail from outside.',
  },
  {
    service: 'email-and-calendar',
    month: 12,
    day: 10,
    time: '15:45',
    minutes: 21,
    cause: 'The calendar service was restarted to clear a memory leak.',
  },
  {
    service: 'file-sharing',
    month: 6,
    day: 24,
    time: '11:00',
    minutes: 30,
    cause: 'Synchronisation stopped after a certificate was renewed without its chain.',
  },
  {
    service: 'office-wifi',
    month: 2,
    day: 18,
    time: '09:10',
    minutes: 245,
    cause: 'The wireless controllers refused new devices after their licence had run out.',
  },
  {
    service: 'office-wifi',
    month: 11,
    day: 12,
    time: '10:05',
    minutes: 260,
    cause: 'The wireless controllers were updated in the middle of the day, and did not find their settings again.',
  },
  {
    service: 'online-store',
    month: 1,
    day: 26,
    time: '20:15',
    minutes: 70,
    cause: 'A television advertisement brought eight times the usual visitors.',
  },
  {
    service: 'online-store',
    month: 8,
    day: 22,
    time: '19:40',
    minutes: 61,
    cause: 'A payment partner did not answer, and the checkout waited for it without a limit.',
  },
  {
    service: 'integration-hub',
    month: 5,
    day: 12,
    time: '12:30',
    minutes: 268,
    cause: 'A partner sent a million messages in a loop.',
  },
  {
    service: 'delivery-promise',
    month: 12,
    day: 8,
    time: '06:50',
    minutes: 75,
    cause: 'The route service answered with yesterday’s roads and was switched off until it was right.',
  },
  {
    service: 'customer-insight',
    month: 7,
    day: 7,
    time: '10:00',
    minutes: 300,
    cause: 'A migration of the profiles took longer than planned.',
  },
  {
    service: 'department-file-server',
    month: 10,
    day: 3,
    time: '22:10',
    minutes: 560,
    cause: 'Two disks failed in one night; the share was restored from the backup.',
  },
  {
    service: 'fax-gateway',
    month: 2,
    day: 11,
    time: '08:30',
    minutes: 480,
    cause: 'The telephone line was cancelled a quarter too early.',
  },
];

/** Outages of the month that runs: how far into the time gone by they began, 0 to 1. */
export const RECENT_OUTAGES: readonly (Omit<DemoOutage, 'month' | 'day' | 'time'> & { share: number })[] = [
  {
    service: 'order-processing',
    share: 0.35,
    minutes: 18,
    cause: 'The nightly stock run met the first orders of the day.',
  },
  {
    service: 'warehouse-control',
    share: 0.6,
    minutes: 36,
    cause: 'The label printers of warehouse Duisburg lost their queue.',
  },
  {
    service: 'online-store',
    share: 0.45,
    minutes: 52,
    cause: 'A new picture service slowed every page down until it was switched off.',
  },
  {
    service: 'managed-database',
    share: 0.7,
    minutes: 12,
    cause: 'A standby took over, as it should, but the first connections were refused.',
  },
];

/** Causes of the short ones that nobody remembers. */
export const SMALL_CAUSES = [
  'A patch restarted the service longer than planned.',
  'A health check failed, and the load balancer took all servers out for a moment.',
  'A certificate was renewed by hand.',
  'Too many sessions; the service was restarted.',
  'A name server answered with an old address.',
  'A disk ran full with log files.',
  'The failover test took longer than expected.',
];

/** Services whose outages are entered by people, with the longest small one in minutes. */
export const SMALL_OUTAGES: Partial<Record<ServiceSlug, number>> = {
  'application-hosting': 3,
  'managed-database': 8,
  'sign-in-and-access': 9,
  'email-and-calendar': 18,
  'file-sharing': 10,
  'finance-ledger': 6,
  payroll: 16,
  'warehouse-control': 16,
  'plant-network': 8,
  'delivery-promise': 20,
  'customer-insight': 60,
  'department-file-server': 90,
};
