import { ALWAYS_OPEN } from '@accord/sla';
import { assertCurrency } from '../../currency.js';
import { DomainError } from '../../domain-error.js';
import { slugFrom } from '../../slug.js';
import { assertPromise, type CommitmentPromise } from '../commitment-terms.js';
import type { WindowKind } from '../period-window.js';
import type { ExclusionCategory } from '../exclusion-categories.js';
import { publishedCredit } from './published-credit.js';
import type { PublishedEntry } from './published-entry.js';
import { publishedExclusions } from './published-exclusions.js';
import { indicatorNote, publishedIndicator } from './published-indicator.js';

/** An underpinning contract as published terms make it: one version with one commitment. */
export interface PublishedTerms {
  readonly slug: string;
  readonly name: string;
  readonly provider: { readonly slug: string; readonly name: string };
  readonly service: { readonly slug: string; readonly name: string };
  readonly commitment: { readonly slug: string; readonly name: string };
  readonly promise: CommitmentPromise;
  /** How the contract words a window that is judged as a calendar month; null when it says calendar month or quarter. */
  readonly windowText: string | null;
  /** null = the terms name no money. */
  readonly currency: string | null;
  readonly capText: string | null;
  readonly claimText: string | null;
  readonly exclusionsText: string | null;
  /** The reasons that the text names; null = it names none. */
  readonly exclusionCategories: ExclusionCategory[] | null;
  readonly sourceText: string;
  readonly notesText: string | null;
}

/**
 * Reads published terms as an agreement. What is not computed is kept as text.
 *
 * @throws {DomainError} `NOT_HELD` with the reason when a part cannot be held as it is meant; another code when the terms
 *   contradict themselves.
 */
export function publishedTerms(entry: PublishedEntry): PublishedTerms {
  const terms = readTerms(entry);
  if (terms.currency !== null) assertCurrency(terms.currency, ['credit_minimum', 'currency']);
  assertPromise(terms.promise, ALWAYS_OPEN.definition, terms.currency ?? 'XXX');
  return terms;
}

function readTerms(entry: PublishedEntry): PublishedTerms {
  const indicator = publishedIndicator(entry);
  const { credit_minimum, claim, exclusions, source, status } = entry;
  return {
    slug: entry.id,
    name: `${entry.provider}: ${entry.service}`,
    provider: { slug: slugFrom(entry.provider), name: entry.provider },
    service: { slug: entry.id, name: entry.service },
    commitment: {
      slug: indicator.kind === 'goodOfTotal' ? indicator.series : 'uptime',
      name: capitalised(entry.indicator),
    },
    promise: {
      indicator,
      target: targetOf(entry),
      comparator: 'atLeast',
      windowKind: windowOf(entry),
      missingData: 'ignore',
      coverageFloor: '0',
      providerOwesData: false,
      excludedTime: 'removed',
      credit: publishedCredit(entry),
    },
    windowText: windowText(entry),
    currency: credit_minimum?.currency ?? null,
    capText: entry.credit_cap,
    claimText: claim && `${capitalised(claim.deadline)}. By: ${claim.how}. (${claim.status})`,
    exclusionsText: exclusions?.length ? exclusions.join('; ') : null,
    exclusionCategories: publishedExclusions(exclusions),
    sourceText: `${source.ref} (${source.type}; ${status})`,
    notesText: notesOf(entry, indicatorNote(entry, indicator)),
  };
}

function targetOf({ unit, comparator, target }: PublishedEntry): string {
  if (unit === 'percent' && comparator === '>=') return String(target);
  throw new DomainError('NOT_HELD', `A target of "${comparator} ${target} ${unit}" is not yet held.`, ['target']);
}

function windowOf({ window }: PublishedEntry): WindowKind {
  if (/\bquarter\b/i.test(window)) return 'quarter';
  if (/\bmonth\b/i.test(window)) return 'month';
  throw new DomainError('NOT_HELD', `A window of a "${window}" is not yet held.`, ['window']);
}

function windowText(entry: PublishedEntry): string | null {
  return /^calendar\b/i.test(entry.window)
    ? null
    : `${capitalised(entry.window)}, judged as a calendar ${windowOf(entry)}`;
}

function notesOf(entry: PublishedEntry, indicatorNote: string | null): string | null {
  const { indicator_definition, credit_base, credit_minimum, notes } = entry;
  const lines = [
    indicator_definition && `Measured as: ${indicator_definition}.`,
    indicatorNote,
    windowText(entry) && `Window: ${windowText(entry)}.`,
    credit_base && `Credit of: ${credit_base}.`,
    credit_minimum?.note && `Minimum credit: ${credit_minimum.note}.`,
    notes && `Note: ${notes}.`,
  ];
  return lines.filter(Boolean).join('\n') || null;
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
