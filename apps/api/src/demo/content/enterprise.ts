/** An invented group: it makes and sells fittings for kitchens and bathrooms, in Europe and North America. */
export const ENTERPRISE = { name: 'Halden & Reyes Group', timeZone: 'Europe/Amsterdam', currency: 'EUR' };

/** Addresses below `.example` belong to nobody. */
export const MAIL_DOMAIN = 'haldenreyes.example';

export const UNITS = [
  { slug: 'halden-reyes-group', name: 'Halden & Reyes Group', parent: null },
  { slug: 'finance', name: 'Finance', parent: 'halden-reyes-group' },
  { slug: 'people-and-culture', name: 'People & Culture', parent: 'halden-reyes-group' },
  { slug: 'sales', name: 'Sales & Showrooms', parent: 'halden-reyes-group' },
  { slug: 'online-sales', name: 'Online Sales', parent: 'sales' },
  { slug: 'operations', name: 'Operations', parent: 'halden-reyes-group' },
  { slug: 'plants', name: 'Plants', parent: 'operations' },
  { slug: 'logistics', name: 'Logistics', parent: 'operations' },
  { slug: 'business-technology', name: 'Business Technology', parent: 'halden-reyes-group' },
] as const;
export type UnitSlug = (typeof UNITS)[number]['slug'];

export const TEAMS = [
  { slug: 'digital-workplace', name: 'Digital Workplace', lead: 'aisha', members: ['tom', 'nora', 'chloe'] },
  { slug: 'core-applications', name: 'Core Applications', lead: 'felix', members: ['anna', 'luca'] },
  { slug: 'network-and-sites', name: 'Network & Sites', lead: 'lena', members: ['ben'] },
  { slug: 'data-and-integration', name: 'Data & Integration', lead: 'anna', members: ['luca', 'nora'] },
  { slug: 'security-operations', name: 'Security Operations', lead: 'ben', members: ['felix'] },
] as const;
export type TeamSlug = (typeof TEAMS)[number]['slug'];
