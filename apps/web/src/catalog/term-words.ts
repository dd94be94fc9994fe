import type { TFunction } from 'i18next';
import type { TermWordsFragment } from '../generated/graphql';

/** "Bound for 12 months, then renewed by itself"; null where one is free to leave. */
export function termWords({ termMonths, renewal }: TermWordsFragment, t: TFunction): string | null {
  if (termMonths === null || renewal === null) return null;
  return t(`catalog.offer.term.${renewal === 'AUTOMATIC' ? 'automatic' : 'onRequest'}`, { count: termMonths });
}
