import type { CommitmentsQuery } from '../../generated/graphql';
import { i18next } from '../../i18n/i18n';

/** Where the periods of what is shown begin and end. */
export function zonesOf({ edges }: CommitmentsQuery['commitments']): string | undefined {
  const zones = [...new Set(edges.map(({ node }) => node.agreement.timeZone))].sort();
  const [zone] = zones;
  if (!zone) return undefined;
  if (zones.length === 1) return i18next.t('ui.periodsIn', { zone });
  return i18next.t('performance.commitments.zones', { zones: zones.join(', ') });
}
