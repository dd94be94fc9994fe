/** What kind of work a service is; describes it, and decides nothing. */
export const LINES_OF_SERVICE = [
  'technologyPlanning',
  'softwareDevelopment',
  'projectManagement',
  'softwareSupport',
  'databaseServices',
  'disasterRecovery',
  'networkManagement',
  'security',
  'operatingSystemSupport',
  'softwareIntegration',
  'documentServices',
] as const;
export type LineOfService = (typeof LINES_OF_SERVICE)[number];
