import { EXCLUSION_CATEGORIES, type ExclusionCategory } from '../exclusion-categories.js';

/** How published terms word each reason. */
const PHRASES: Partial<Record<ExclusionCategory, RegExp>> = {
  customerCause: /\bcustomer\b/i,
  thirdParty: /\bthird.party\b/i,
  forceMajeure: /\bforce majeure\b|\boutside .*\bcontrol\b/i,
  plannedMaintenance: /\bscheduled maintenance\b|\bmaintenance windows?\b/i,
  emergencyMaintenance: /\bemergency\b.*\bmaintenance\b/i,
  suspendedService: /\bsuspension\b|\btermination\b/i,
  abuseOrQuota: /\babuse\b|\bquotas?\b/i,
  previewFeature: /\b(pre-GA|alpha|beta)\b/i,
};

/**
 * The reasons that published exclusions name, in the order of {@link EXCLUSION_CATEGORIES}; wording of none is `other`.
 *
 * @returns null where the terms say nothing of exclusions.
 *
 * @example
 * publishedExclusions(['customer or third-party software', 'beta features']);
 * // ['customerCause', 'thirdParty', 'previewFeature']
 */
export function publishedExclusions(exclusions: readonly string[] | null): ExclusionCategory[] | null {
  if (!exclusions?.length) return null;
  const named = new Set(exclusions.flatMap(categoriesOf));
  return EXCLUSION_CATEGORIES.filter((category) => named.has(category));
}

function categoriesOf(wording: string): ExclusionCategory[] {
  const named = EXCLUSION_CATEGORIES.filter((category) => PHRASES[category]?.test(wording));
  return named.length > 0 ? named : ['other'];
}
