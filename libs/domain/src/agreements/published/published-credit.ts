import { DomainError } from '../../domain-error.js';
import type { CreditTerms, CreditTier } from '../commitment-terms.js';
import type { PublishedEntry, PublishedTier } from './published-entry.js';

/**
 * The credit schedule of published terms; null when nothing is credited.
 *
 * @throws {DomainError} `NOT_HELD` when a tier pays anything but a percentage of the charge.
 */
export function publishedCredit({ credit_tiers, credit_cap, credit_minimum }: PublishedEntry): CreditTerms | null {
  if (credit_tiers.length === 0) return null;
  return {
    tiers: credit_tiers.map(tierOf),
    minimum: credit_minimum?.amount ?? null,
    capPercent: capPercent(credit_cap),
  };
}

function tierOf(tier: PublishedTier): CreditTier {
  const { gte, lt, credit_pct } = tier;
  if (gte === undefined || lt === undefined || credit_pct === undefined) throw notHeld(tier);
  return { gte: textOf(gte), lt: textOf(lt), percent: String(credit_pct) };
}

function notHeld(tier: PublishedTier): DomainError {
  const paid =
    'credit' in tier
      ? `in proportion ("${String(tier.credit)}")`
      : 'credit_days' in tier
        ? 'in days of the charge'
        : 'whose percentages are not told apart by result';
  return new DomainError('NOT_HELD', `A credit ${paid} is not yet held.`, ['credit_tiers']);
}

/** The cap, where its words are one of the two usual ones: "50% of the amount …", "never exceed the monthly service fees". */
function capPercent(words: string | null): string | null {
  if (words && /never exceed the monthly (service )?fees/i.test(words)) return '100';
  return /^(\d+(?:\.\d+)?)% of the amount\b/i.exec(words ?? '')?.[1] ?? null;
}

const textOf = (bound: number | null): string | null => (bound === null ? null : String(bound));
