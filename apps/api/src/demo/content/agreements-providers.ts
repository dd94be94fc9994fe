import { usualRemedy } from '@accord/domain';
import { type DemoAgreement, inTime, modelled, share, uptime } from './agreement.js';
import type { ProviderSlug } from './providers.js';

const OFFICE = 'office-hours-amsterdam';
const EXTENDED = 'extended-hours-amsterdam';
const CLAIM = 'To be claimed in writing within 30 days after the end of the month, with the times of each failure.';
const CAP = 'All credits of a month together: at most what the affected service costs in that month.';
const EXCLUSIONS =
  'Maintenance announced five working days ahead; force majeure; faults in the customer’s own equipment; time in which the customer suspended the service.';

const ola = (slug: string, provider: ProviderSlug, name: string, terms: DemoAgreement['terms']): DemoAgreement => ({
  slug,
  name,
  kind: 'ola',
  provider,
  terms,
});

const uc = (
  slug: string,
  provider: ProviderSlug,
  name: string,
  monthlyCharge: string,
  terms: DemoAgreement['terms'],
  more: Partial<DemoAgreement> = {},
): DemoAgreement => ({
  slug,
  name,
  kind: 'uc',
  provider,
  monthlyCharge,
  claimText: CLAIM,
  capText: CAP,
  exclusionsText: EXCLUSIONS,
  terms,
  ...more,
});

/** What providers promise us, so that we can keep our own promises. */
export const PROVIDER_AGREEMENTS: readonly DemoAgreement[] = [
  ola('core-applications-ola', 'core-applications', 'Operating level agreement with Core Applications', [
    inTime('order-processing', 'resolution', [90, 300, 900, 1800], {
      slug: 'resolution-ola',
      name: 'Solved in time by Core Applications',
      target: '92',
      calendar: EXTENDED,
    }),
    uptime('finance-ledger', 'outages', {
      slug: 'uptime-ola',
      name: 'Availability of the ledger servers',
      target: '99.9',
      calendar: EXTENDED,
    }),
  ]),
  ola('network-and-sites-ola', 'network-and-sites', 'Operating level agreement with Network & Sites', [
    uptime('plant-network', 'outages', { slug: 'uptime-ola', name: 'Availability inside the sites', target: '99.9' }),
    inTime('plant-network', 'firstResponse', [15, 60, 240, 480], {
      slug: 'first-response-ola',
      name: 'First answer in time by Network & Sites',
      target: '90',
    }),
  ]),
  ola('data-and-integration-ola', 'data-and-integration', 'Operating level agreement with Data & Integration', [
    uptime('managed-database', 'outages', {
      slug: 'uptime-ola',
      name: 'Availability of the database platform',
      target: '99.95',
    }),
    share('sales-reporting', 'loaded-by-six', 'data feeds', 'Figures loaded by six', { target: '97' }),
  ]),
  ola('digital-workplace-ola', 'digital-workplace', 'Operating level agreement with Digital Workplace', [
    inTime('managed-laptop', 'firstResponse', [30, 60, 240, 480], {
      slug: 'first-response-ola',
      name: 'First answer in time by Digital Workplace',
      target: '92',
      calendar: OFFICE,
    }),
  ]),
  uc('tessalune-hosting', 'tessalune-cloud', 'Hosting contract with Tessalune Cloud', '36800.00', [
    uptime('application-hosting', 'outages', {
      ...modelled('safespring-compute', '100.00'),
      slug: 'uptime-uc',
      name: 'Availability of the data centres',
    }),
    share(
      'disaster-recovery',
      'copied-in-15-minutes-uc',
      'changes copied by Tessalune',
      'Copied to the third site within 15 minutes',
      modelled('aws-s3-rtc'),
    ),
  ]),
  uc(
    'varnquist-lines',
    'varnquist-networks',
    'Lines contract with Varnquist Networks',
    '21400.00',
    [
      uptime('plant-network', 'outages', {
        ...modelled('do-appplatform'),
        slug: 'uptime-uc',
        name: 'Availability of the lines',
      }),
      uptime('office-wifi', 'probes', {
        ...modelled('gcp-functions-2019'),
        slug: 'uptime-uc',
        name: 'Availability of the wireless network',
        calendar: EXTENDED,
        providerOwesData: true,
      }),
    ],
    {
      // One trench, one credit; six perfect months earn it back. Both sides watch the lines.
      remedy: {
        ...usualRemedy('uc')!,
        pointsTable: [],
        oncePerIncident: true,
        periodCapPercent: '30',
        earnBack: { periods: 6, levelPercent: '100' },
      },
      record: { measuredBy: 'both', objectionDays: 15 },
    },
  ),
  uc(
    'oakenmere-desk-contract',
    'oakenmere-desk',
    'Help desk contract with Oakenmere Desk Services',
    '17900.00',
    [
      inTime('it-help-desk', 'firstResponse', [10, 30, 120, 240], {
        slug: 'first-response-uc',
        name: 'First answer in time by Oakenmere',
        target: '92',
        calendar: 'office-hours-london',
        credit: {
          tiers: [
            { gte: '85', lt: '92', percent: '5' },
            { gte: null, lt: '85', percent: '10' },
          ],
          minimum: null,
          capPercent: '10',
        },
      }),
    ],
    { timeZone: 'Europe/London' },
  ),
  uc('quillspan-print', 'quillspan-documents', 'Print and mailing contract with Quillspan Documents', '14200.00', [
    inTime('print-and-scan', 'firstResponse', [60, 120, 240, 480], {
      slug: 'first-response-uc',
      name: 'Engineer named in time',
      target: '90',
      calendar: OFFICE,
    }),
    share('invoice-mailing', 'posted-next-day-uc', 'letters', 'Letters posted on the next working day', {
      ...modelled('azure-vm-single-hdd'),
    }),
  ]),
  uc('perrimor-payroll-contract', 'perrimor-payroll', 'Payroll contract with Perrimor Payroll', '24300.00', [
    uptime('payroll', 'outages', {
      ...modelled('safespring-backup'),
      slug: 'uptime-uc',
      name: 'Availability of the payroll system',
    }),
  ]),
  uc('solvendra-watch', 'solvendra-security', 'Monitoring contract with Solvendra Security', '11600.00', [
    share(
      'security-monitoring',
      'alarms-in-20-minutes-uc',
      'alarms raised by Solvendra',
      'Alarms reported within 20 minutes',
      {
        ...modelled('azure-vm-single-hdd'),
        providerOwesData: true,
      },
    ),
  ]),
];

/** What the lines contract is to promise from the next quarter on; waits for a second person. */
export const BETTER_LINES = uptime('plant-network', 'outages', {
  ...modelled('tidb-cloud'),
  slug: 'uptime-uc',
  name: 'Availability of the lines',
});
