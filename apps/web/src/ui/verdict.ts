import { phrase } from '../i18n/phrase';

/** How a commitment stands, in the contract's codes. */
export type Verdict = 'MET' | 'MISSED' | 'AT_RISK' | 'INSUFFICIENT_DATA';

/** A sign for each, so that colour is never the only one that speaks (WCAG 1.4.1). */
export const verdictGlyph: Record<Verdict, string> = { MET: '✓', MISSED: '✕', AT_RISK: '!', INSUFFICIENT_DATA: '–' };

/** The verdict in words; one that the contract deems missed says so, since its figure may look kept. */
export const verdictWord = ({ verdict, deemed }: { verdict: Verdict; deemed?: boolean }): string =>
  phrase(deemed ? 'ui.verdict.deemed' : `ui.verdict.${verdict}`);
