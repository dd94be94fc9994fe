import { UNITS } from './enterprise.js';
import type { ServiceSlug } from './services.js';
import { content, type DemoAgreement, inTime, modelled, share, uptime, within } from './agreement.js';

const OFFICE = 'office-hours-amsterdam';
const EXTENDED = 'extended-hours-amsterdam';
const CLAIM = 'The credit is deducted from the next internal invoice; nobody has to ask for it.';
const EXCLUSIONS =
  'Announced maintenance; time in which the customer asked for a stop; failures of equipment that is not part of the service.';

const sla = (
  slug: ServiceSlug,
  name: string,
  agreement: Omit<DemoAgreement, 'slug' | 'name' | 'kind'>,
): DemoAgreement => ({
  slug,
  name: `${name} for ${UNITS.find((unit) => unit.slug === agreement.customer)?.name ?? 'all units'}`,
  kind: 'sla',
  claimText: CLAIM,
  exclusionsText: EXCLUSIONS,
  ...agreement,
});

/** What is promised to the units of the group. */
export const CUSTOMER_AGREEMENTS: readonly DemoAgreement[] = [
  sla('email-and-calendar', 'Email & Calendar', {
    monthlyCharge: '14280.00',
    terms: [
      uptime('email-and-calendar', 'outages', modelled('gitlab-saas-ultimate', '50.00')),
      inTime('email-and-calendar', 'resolution', [240, 480, 1440, 2400], { target: '90', calendar: OFFICE }),
    ],
  }),
  sla('managed-laptop', 'Managed Laptop', {
    monthlyCharge: '96400.00',
    terms: [
      inTime('managed-laptop', 'resolution', [240, 480, 1440, 2400], { target: '90', calendar: OFFICE }),
      share('managed-laptop', 'replaced-in-three-days', 'replacements', 'Replaced within three working days', {
        target: '95',
      }),
    ],
  }),
  sla('file-sharing', 'File Sharing', {
    monthlyCharge: '8200.00',
    terms: [uptime('file-sharing', 'outages', modelled('nchc-twcc-vcs'))],
  }),
  sla('it-help-desk', 'IT Help Desk', {
    monthlyCharge: '22100.00',
    terms: [
      inTime('it-help-desk', 'firstResponse', [15, 30, 120, 240], { target: '90', calendar: EXTENDED }),
      inTime('it-help-desk', 'resolution', [240, 480, 960, 1920], { target: '85', calendar: EXTENDED }),
      share('it-help-desk', 'calls-answered', 'calls', 'Calls answered within 60 seconds', { target: '80' }),
      content('it-help-desk', 'closed tickets', { target: '80' }),
    ],
  }),
  sla('office-wifi', 'Office Wi-Fi', {
    monthlyCharge: '11470.00',
    terms: [uptime('office-wifi', 'probes', { ...modelled('gcp-functions-2019'), calendar: EXTENDED })],
  }),
  {
    slug: 'office-wifi-north-america',
    name: 'Office Wi-Fi for the showrooms in North America',
    kind: 'sla',
    customer: 'sales',
    timeZone: 'America/New_York',
    currency: 'USD',
    monthlyCharge: '2190.00',
    exclusionsText: EXCLUSIONS,
    terms: [
      inTime('office-wifi', 'resolution', [240, 480, 960, 1920], {
        slug: 'resolution-north-america',
        name: 'Solved in time, North America',
        target: '90',
        calendar: 'office-hours-new-york',
      }),
    ],
  },
  sla('print-and-scan', 'Print & Scan', {
    monthlyCharge: '7300.00',
    terms: [inTime('print-and-scan', 'resolution', [240, 480, 960, 1920], { target: '90', calendar: OFFICE })],
  }),
  sla('invoice-mailing', 'Invoice Printing & Mailing', {
    customer: 'finance',
    monthlyCharge: '9800.00',
    terms: [
      share('invoice-mailing', 'posted-next-day', 'invoices', 'Posted on the next working day', { target: '99' }),
    ],
  }),
  sla('department-file-server', 'Department File Server', {
    monthlyCharge: '1980.00',
    terms: [uptime('department-file-server', 'outages', modelled('amplication'))],
  }),
  sla('fax-gateway', 'Fax Gateway', {
    customer: 'sales',
    monthlyCharge: '240.00',
    until: 5,
    terms: [uptime('fax-gateway', 'outages', { target: '98', calendar: OFFICE })],
  }),
  sla('order-processing', 'Order Processing', {
    monthlyCharge: '18500.00',
    terms: [
      uptime('order-processing', 'probes', modelled('safespring-k8s-object')),
      inTime('order-processing', 'resolution', [120, 360, 960, 1920], { target: '90', calendar: EXTENDED }),
    ],
  }),
  sla('finance-ledger', 'Finance Ledger', {
    customer: 'finance',
    monthlyCharge: '19550.00',
    terms: [
      uptime('finance-ledger', 'outages', { ...modelled('safespring-backup'), calendar: OFFICE }),
      inTime('finance-ledger', 'resolution', [120, 480, 1200, 2400], { target: '90', calendar: OFFICE }),
    ],
  }),
  sla('payroll', 'Payroll', {
    customer: 'people-and-culture',
    monthlyCharge: '27900.00',
    terms: [
      uptime('payroll', 'outages', modelled('github-ghec-2020')),
      share('payroll', 'correct-payslips', 'payslips', 'Payslips without a mistake', {
        target: '99.5',
        window: 'quarter',
      }),
    ],
  }),
  sla('warehouse-control', 'Warehouse Control', {
    customer: 'logistics',
    monthlyCharge: '31600.00',
    terms: [
      uptime('warehouse-control', 'outages', modelled('stedi')),
      inTime('warehouse-control', 'firstResponse', [15, 30, 120, 480], { target: '95' }),
    ],
  }),
  sla('plant-network', 'Plant Network', {
    customer: 'operations',
    monthlyCharge: '32200.00',
    terms: [
      uptime('plant-network', 'outages', modelled('do-appplatform')),
      inTime('plant-network', 'resolution', [240, 480, 1440, 2880], { target: '90' }),
    ],
  }),
  sla('managed-database', 'Managed Database', {
    monthlyCharge: '15700.00',
    terms: [
      uptime('managed-database', 'outages', modelled('safespring-k8s-object')),
      share('managed-database', 'backups-read-back', 'backups', 'Backups that could be read back', { target: '99' }),
    ],
  }),
  sla('application-hosting', 'Application Hosting', {
    monthlyCharge: '41200.00',
    terms: [uptime('application-hosting', 'outages', modelled('do-appplatform', '100.00'))],
  }),
  sla('disaster-recovery', 'Disaster Recovery Standby', {
    monthlyCharge: '6400.00',
    terms: [
      share('disaster-recovery', 'copied-in-15-minutes', 'changes', 'Copied to the standby within 15 minutes', {
        ...modelled('aws-s3-rtc'),
        window: 'quarter',
      }),
    ],
  }),
  sla('sign-in-and-access', 'Sign-in & Access', {
    monthlyCharge: '7140.00',
    terms: [
      uptime('sign-in-and-access', 'outages', modelled('twilio-api')),
      inTime('sign-in-and-access', 'resolution', [60, 240, 480, 1200], { target: '95', calendar: OFFICE }),
    ],
  }),
  sla('security-monitoring', 'Security Monitoring', {
    monthlyCharge: '13200.00',
    terms: [
      share('security-monitoring', 'alarms-in-30-minutes', 'alarms', 'Alarms judged within 30 minutes', {
        target: '95',
      }),
    ],
  }),
  sla('sales-reporting', 'Sales Reporting', {
    customer: 'sales',
    monthlyCharge: '5200.00',
    terms: [share('sales-reporting', 'ready-by-seven', 'reports', 'Reports ready by seven', { target: '97' })],
  }),
  sla('integration-hub', 'Integration Hub', {
    monthlyCharge: '9900.00',
    terms: [
      uptime('integration-hub', 'probes', modelled('azure-vm-single-stdssd')),
      share('integration-hub', 'delivered-in-five-minutes', 'messages', 'Messages delivered within five minutes', {
        target: '99.5',
      }),
    ],
  }),
  sla('project-delivery', 'Project Delivery', {
    terms: [
      share('project-delivery', 'milestones-on-time', 'milestones', 'Milestones on the date agreed', {
        target: '80',
        window: 'quarter',
      }),
    ],
  }),
  sla('technology-advice', 'Technology Advice', {
    terms: [
      share('technology-advice', 'answered-in-ten-days', 'questions', 'Answered within ten working days', {
        target: '85',
        window: 'quarter',
      }),
    ],
  }),
  sla('online-store', 'Online Store', {
    customer: 'online-sales',
    monthlyCharge: '55800.00',
    terms: [
      uptime('online-store', 'probes', {
        target: '99.8',
        credit: {
          tiers: [
            { gte: '99', lt: '99.8', percent: '10' },
            { gte: null, lt: '99', percent: '25' },
          ],
          minimum: null,
          capPercent: '25',
        },
      }),
      within(
        'online-store',
        'checkout-in-two-seconds',
        { series: 'checkouts', limit: 2, unit: 's' },
        'Checkout within two seconds',
        { target: '95' },
      ),
      inTime('online-store', 'firstResponse', [15, 30, 120, 480], { target: '95' }),
    ],
  }),
  sla('delivery-promise', 'Delivery Promise', {
    customer: 'logistics',
    monthlyCharge: '15600.00',
    terms: [
      uptime('delivery-promise', 'outages', modelled('github-ghec-2020')),
      share('delivery-promise', 'delivered-as-promised', 'deliveries', 'Delivered on the promised date', {
        target: '96',
      }),
    ],
  }),
  sla('customer-insight', 'Customer Insight', {
    customer: 'sales',
    monthlyCharge: '6230.00',
    terms: [
      uptime('customer-insight', 'outages', modelled('gcp-functions-2019')),
      share('customer-insight', 'renewed-by-eight', 'customer profiles', 'Profiles renewed by eight', { target: '95' }),
    ],
  }),
  sla('visual-stock-count', 'Visual Stock Count (pilot)', {
    customer: 'logistics',
    from: 4,
    terms: [
      share('visual-stock-count', 'counts-that-agree', 'counted aisles', 'Counts within two percent of ours', {
        target: '80',
      }),
    ],
  }),
];

/** From the seventh month on the online store promises more. */
export const STRICTER_STORE = uptime('online-store', 'probes', modelled('safespring-backup'));
