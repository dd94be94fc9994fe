import type { CommitmentsQuery } from '../../generated/graphql';
import { i18next } from '../../i18n/i18n';
import { shownZone } from '../../ui/shown-zone';

type Shown = CommitmentsQuery['commitments'];

const allZones = ({ edges }: Shown) => [...new Set(edges.map(({ node }) => node.agreement.timeZone))].sort();

/** The one zone of everything that is shown; undefined where there are several. */
export function oneZone(commitments: Shown): string | undefined {
  const zones = allZones(commitments);
  return zones.length === 1 ? zones[0] : undefined;
}

/** Where the periods of what is shown begin and end; its times too, as far as they are in one zone. */
export function zonesOf(commitments: Shown): string | undefined {
  const zones = allZones(commitments);
  if (zones.length === 0) return undefined;
  if (zones.length === 1) return i18next.t('ui.timesIn', { zone: zones[0] });
  return i18next.t('performance.commitments.zones', { zones: zones.join(', '), own: shownZone() });
}
