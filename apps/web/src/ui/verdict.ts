/** How a commitment stands, in the contract's codes. */
export type Verdict = 'MET' | 'MISSED' | 'AT_RISK' | 'INSUFFICIENT_DATA';

/** A sign for each, so that colour is never the only one that speaks (WCAG 1.4.1). */
export const verdictGlyph: Record<Verdict, string> = { MET: '✓', MISSED: '✕', AT_RISK: '!', INSUFFICIENT_DATA: '–' };
