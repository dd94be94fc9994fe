import { DomainError } from '../domain-error.js';

/** Why time does not count for a promise: what contracts name. */
export const EXCLUSION_CATEGORIES = [
  'customerCause',
  'thirdParty',
  'forceMajeure',
  'plannedMaintenance',
  'emergencyMaintenance',
  'suspendedService',
  'abuseOrQuota',
  'previewFeature',
  'measurementFault',
  'other',
] as const;
export type ExclusionCategory = (typeof EXCLUSION_CATEGORIES)[number];

/** What a version of an agreement says about time that does not count. */
export interface ExclusionTerms {
  readonly number: number;
  /** null = the contract names none, so that each may be asked for; an empty list excludes nothing. */
  readonly exclusionCategories: readonly ExclusionCategory[] | null;
}

/** @throws {DomainError} `CATEGORY_NOT_AGREED` when the version excludes no time for that reason. */
export function assertAgreedCategory(
  category: ExclusionCategory,
  { number, exclusionCategories }: ExclusionTerms,
): void {
  if (exclusionCategories === null || exclusionCategories.includes(category)) return;
  const named = exclusionCategories.map((name) => WORDS[name]);
  const agreed = named.length > 0 ? `excludes ${named.join(', ')} only` : 'excludes no time at all';
  throw new DomainError(
    'CATEGORY_NOT_AGREED',
    `Version ${number} of the agreement ${agreed}; for ${WORDS[category]} the time counts.`,
    ['category'],
  );
}

const WORDS: Record<ExclusionCategory, string> = {
  customerCause: 'what the customer caused',
  thirdParty: 'what a third party caused',
  forceMajeure: 'force majeure',
  plannedMaintenance: 'planned maintenance',
  emergencyMaintenance: 'emergency maintenance',
  suspendedService: 'a suspended service',
  abuseOrQuota: 'abuse or an exceeded quota',
  previewFeature: 'features in preview',
  measurementFault: 'a fault of the measurement',
  other: 'other reasons',
};
