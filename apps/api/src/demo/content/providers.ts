import type { TeamSlug } from './enterprise.js';

export type DemoProvider = { slug: string; name: string; description: string } & (
  | { kind: 'internal'; team: TeamSlug }
  | { kind: 'external'; country: string; website: string }
);

/** Five teams of our own, and seven companies that do not exist. */
export const PROVIDERS = [
  {
    slug: 'digital-workplace',
    name: 'Digital Workplace',
    kind: 'internal',
    team: 'digital-workplace',
    description: 'Laptops, mail, files and everything else that people sit in front of.',
  },
  {
    slug: 'core-applications',
    name: 'Core Applications',
    kind: 'internal',
    team: 'core-applications',
    description: 'Runs and changes the applications in which orders, money and goods are booked.',
  },
  {
    slug: 'network-and-sites',
    name: 'Network & Sites',
    kind: 'internal',
    team: 'network-and-sites',
    description: 'Networks inside our buildings, from the switch to the scanner on the forklift.',
  },
  {
    slug: 'data-and-integration',
    name: 'Data & Integration',
    kind: 'internal',
    team: 'data-and-integration',
    description: 'Databases, interfaces and reports.',
  },
  {
    slug: 'security-operations',
    name: 'Security Operations',
    kind: 'internal',
    team: 'security-operations',
    description: 'Keeps accounts and access in order, and decides what happens after an alarm.',
  },
  {
    slug: 'tessalune-cloud',
    name: 'Tessalune Cloud',
    kind: 'external',
    country: 'NL',
    website: 'https://tessalune.example',
    description: 'Hosts our servers in two data centres near Utrecht and keeps the standby site.',
  },
  {
    slug: 'varnquist-networks',
    name: 'Varnquist Networks',
    kind: 'external',
    country: 'SE',
    website: 'https://varnquist.example',
    description: 'Lines between our sites, and the wireless network of the offices.',
  },
  {
    slug: 'oakenmere-desk',
    name: 'Oakenmere Desk Services',
    kind: 'external',
    country: 'IE',
    website: 'https://oakenmere.example',
    description: 'First line of the help desk, in five languages.',
  },
  {
    slug: 'quillspan-documents',
    name: 'Quillspan Documents',
    kind: 'external',
    country: 'BE',
    website: 'https://quillspan.example',
    description: 'Printers on every floor, and printing and posting of invoices.',
  },
  {
    slug: 'perrimor-payroll',
    name: 'Perrimor Payroll',
    kind: 'external',
    country: 'DE',
    website: 'https://perrimor.example',
    description: 'Calculates salaries for eleven countries and files the reports to the authorities.',
  },
  {
    slug: 'solvendra-security',
    name: 'Solvendra Security',
    kind: 'external',
    country: 'DK',
    website: 'https://solvendra.example',
    description: 'Watches our systems around the clock and raises the alarm.',
  },
  {
    slug: 'kestrelyn-labs',
    name: 'Kestrelyn Labs',
    kind: 'external',
    country: 'US',
    website: 'https://kestrelyn.example',
    description: 'A young company that counts stock from camera pictures.',
  },
] as const satisfies readonly DemoProvider[];
export type ProviderSlug = (typeof PROVIDERS)[number]['slug'];
