import type { DemoService } from './service.js';
import { CHANGE_SERVICES } from './services-change.js';
import { COMMODITY_SERVICES } from './services-commodity.js';
import { CORE_SERVICES } from './services-core.js';
import { TECHNICAL_SERVICES } from './services-technical.js';

const ALL = [...TECHNICAL_SERVICES, ...COMMODITY_SERVICES, ...CORE_SERVICES, ...CHANGE_SERVICES] as const;
export type ServiceSlug = (typeof ALL)[number]['slug'];

/** The catalog of the group, what others rest on first. */
export const SERVICES: readonly (DemoService & { slug: ServiceSlug })[] = ALL;
