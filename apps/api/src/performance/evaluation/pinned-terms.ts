import { calendarDefinition, dayIn, inForceOn, termsDefinition } from '@accord/domain';
import { createCalendar, createTerms, type Period, type Terms } from '@accord/sla';
import type { Judgeable, TermsRow } from './judgeable.js';

/** The terms and the hours that judge one period. */
export interface PinnedTerms {
  readonly row: TermsRow;
  readonly calendarVersionId: string;
  readonly terms: Terms;
}

/** Makes terms fit for libs/sla, each pair of terms and hours once. */
export class TermsMaker {
  private readonly made = new Map<string, PinnedTerms>();

  /** Those in force at the start of the period. */
  forPeriod(commitment: Judgeable, termsId: string, period: Period): PinnedTerms {
    const row = termsOf(commitment, termsId);
    const day = dayIn(row.calendarTimeZone, new Date(period.from));
    return this.pinned(commitment, termsId, inForceOn(row.calendarVersions, day)!.id);
  }

  /** Those that a result was judged by. */
  pinned(commitment: Judgeable, termsId: string, calendarVersionId: string): PinnedTerms {
    const key = `${termsId} ${calendarVersionId}`;
    const known = this.made.get(key);
    if (known) return known;
    const row = termsOf(commitment, termsId);
    const { hours } = row.calendarVersions.find(({ id }) => id === calendarVersionId)!;
    const calendar = createCalendar(calendarDefinition(row.calendarTimeZone, hours));
    const terms = createTerms({ ...termsDefinition(row, calendar.definition, commitment.currency), calendar });
    const pinned = { row, calendarVersionId, terms };
    this.made.set(key, pinned);
    return pinned;
  }
}

function termsOf(commitment: Judgeable, termsId: string): TermsRow {
  return commitment.terms.find(({ id }) => id === termsId)!;
}
