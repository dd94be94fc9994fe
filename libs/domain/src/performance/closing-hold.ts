/** What still may change a period that is over. */
export interface ClosingHold {
  /** Exclusions that wait for a second person. */
  readonly exclusions: number;
  /** Measurements that are not judged yet. */
  readonly unjudged: boolean;
  /** Sources of it that are silent. */
  readonly silentSources: number;
}

const DAY_MS = 86_400_000;

/** How long it may keep a period open beyond the day on which it closes by itself. */
export const LONGEST_HOLD_DAYS = 14;

/** People hear of it so long ahead. */
export const CLOSING_NOTICE_DAYS = 3;

export const isHeld = ({ exclusions, unjudged, silentSources }: ClosingHold): boolean =>
  exclusions > 0 || unjudged || silentSources > 0;

/** When a period closes by itself, whatever is open then. */
export const closesAnyway = (closesAt: Date): Date => new Date(closesAt.getTime() + LONGEST_HOLD_DAYS * DAY_MS);

/**
 * What becomes of a period that closes by itself.
 *
 * @returns `later`: its day has not come; `waits`: it is held back; `closes`: now.
 */
export function closingMove(closesAt: Date, hold: ClosingHold, at: Date): 'later' | 'waits' | 'closes' {
  if (at < closesAt) return 'later';
  return isHeld(hold) && at < closesAnyway(closesAt) ? 'waits' : 'closes';
}

/**
 * What holds a period back, for people: who acts next. Empty where nothing does.
 *
 * @example
 * holdWords({ exclusions: 2, unjudged: false, silentSources: 1 });
 * // '2 exclusions wait for a second person; a source is silent'
 */
export function holdWords({ exclusions, unjudged, silentSources }: ClosingHold): string {
  return [
    exclusions === 1 && 'an exclusion waits for a second person',
    exclusions > 1 && `${exclusions} exclusions wait for a second person`,
    silentSources === 1 && 'a source is silent',
    silentSources > 1 && `${silentSources} sources are silent`,
    unjudged && 'measurements are not judged yet',
  ]
    .filter(Boolean)
    .join('; ');
}

/** What holds several of them back, together. */
export function holdsTogether(holds: readonly ClosingHold[]): ClosingHold {
  return {
    exclusions: holds.reduce((sum, { exclusions }) => sum + exclusions, 0),
    unjudged: holds.some(({ unjudged }) => unjudged),
    silentSources: Math.max(0, ...holds.map(({ silentSources }) => silentSources)),
  };
}
