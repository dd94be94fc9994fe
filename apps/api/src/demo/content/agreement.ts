import type { AgreementKind, RecordTerms } from '@accord/domain';
import type { CommitmentTermsInput } from '../../agreements/commitment.input.js';
import type { RemedyTermsInput } from '../../agreements/remedy-terms.input.js';
import type { CalendarSlug } from './calendars.js';
import type { UnitSlug } from './enterprise.js';
import type { ProviderSlug } from './providers.js';
import { PUBLISHED_MODELS, type PublishedModel } from './published-models.js';
import type { ServiceSlug } from './services.js';

export interface DemoAgreement {
  slug: string;
  name: string;
  kind: AgreementKind;
  provider?: ProviderSlug;
  /** null = all units. */
  customer?: UnitSlug;
  timeZone?: string;
  currency?: string;
  monthlyCharge?: string;
  /** The month from which it is in force; 1 unless said otherwise. */
  from?: number;
  /** The month with whose last day it ends. */
  until?: number;
  claimText?: string;
  capText?: string;
  exclusionsText?: string;
  /** As usual unless said otherwise. */
  remedy?: RemedyTermsInput;
  /** We measure unless said otherwise. */
  record?: RecordTerms;
  terms: readonly DemoTerms[];
}

/** Terms before service and calendar have ids. */
export type DemoTerms = Partial<Omit<CommitmentTermsInput, 'serviceId' | 'calendarId'>> & {
  service: ServiceSlug;
  calendar?: CalendarSlug;
  slug: string;
  name: string;
};

type Differing = Partial<Omit<DemoTerms, 'indicator'>>;

const NO_CREDIT = { credit: null };

/** Target and credits as in a published contract. */
export function modelled(model: PublishedModel, minimum: string | null = null) {
  const { target, tiers } = PUBLISHED_MODELS[model];
  const capPercent = tiers.at(-1)!.percent;
  return { target, credit: { tiers: tiers.map((tier) => ({ ...tier })), minimum, capPercent } };
}

/** @param source Where its ups and downs come from; probes are taken every few hours, and one is held for a day at most. */
export function uptime(
  service: ServiceSlug,
  source: 'outages' | 'probes',
  differing: Differing & { target: string },
): DemoTerms {
  const longestHoldMs = source === 'probes' ? hours(26) : null;
  const data = source === 'probes' ? { coverageFloor: '90' } : {};
  return {
    service,
    slug: 'uptime',
    name: 'Availability',
    indicator: { availability: { source, shortestOutageMs: 60_000, longestHoldMs } },
    ...NO_CREDIT,
    ...data,
    ...differing,
  };
}

/** Targets in minutes by priority, from 1 on. */
export function inTime(
  service: ServiceSlug,
  metric: 'firstResponse' | 'resolution',
  minutes: readonly number[],
  differing: Differing & { target: string },
): DemoTerms {
  const targets = minutes.map((target, i) => ({ priority: i + 1, targetMs: target * 60_000 }));
  const few = { lowVolumeUnder: 20, allowedFailures: 2 };
  const words = {
    firstResponse: ['first-response', 'First answer in time'],
    resolution: ['resolution', 'Solved in time'],
  };
  const [slug, name] = words[metric] as [string, string];
  return { service, slug, name, indicator: { ticketsInTime: { metric, targets, ...few } }, ...NO_CREDIT, ...differing };
}

/** @param series What is counted, in the plural. */
export function share(
  service: ServiceSlug,
  slug: string,
  series: string,
  name: string,
  differing: Differing & { target: string },
): DemoTerms {
  return { service, slug, name, indicator: { goodOfTotal: { series } }, ...NO_CREDIT, ...differing };
}

/** @param series What is measured, in the plural, and what it may reach in its unit. */
export function within(
  service: ServiceSlug,
  slug: string,
  series: { series: string; limit: number; unit: string },
  name: string,
  differing: Differing & { target: string },
): DemoTerms {
  return { service, slug, name, indicator: { percentile: series }, ...NO_CREDIT, ...differing };
}

/** Who answers 4 or 5 of 1 to 5 is satisfied. */
export function content(service: ServiceSlug, survey: string, differing: Differing & { target: string }): DemoTerms {
  const satisfaction = { series: survey, lowest: 1, highest: 5, satisfiedFrom: 4, leastAnswers: 10 };
  return {
    service,
    slug: 'satisfaction',
    name: 'Satisfied requesters',
    indicator: { satisfaction },
    ...NO_CREDIT,
    ...differing,
  };
}

export const hours = (count: number): number => count * 3_600_000;
