import type { ClosingFragment } from '../generated/graphql';
import { i18next } from '../i18n/i18n';
import { formatInstant } from '../ui/format-instant';

/** When a period closes by itself, and what holds it back until then. */
export function closingWords({ at, heldUntil, exclusions, unjudged, silentSources }: ClosingFragment, zone: string) {
  const { t } = i18next;
  const day = (instant: string) => formatInstant(instant, { zone, style: 'date' });
  const waits = [
    ...(exclusions > 0 ? [t('performance.closing.exclusions', { count: exclusions })] : []),
    ...(silentSources > 0 ? [t('performance.closing.silent', { count: silentSources })] : []),
    ...(unjudged ? [t('performance.closing.unjudged')] : []),
  ].join(', ');
  return waits
    ? t('performance.closing.held', { on: day(at), waits, until: day(heldUntil) })
    : t('performance.closing.on', { on: day(at) });
}
