import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FacetFragment } from '../../generated/graphql';
import type { Verdict } from '../../ui/verdict';
import { Tile } from '../../ui/tile';
import { useChangeFilters, useFilter } from './use-commitment-filters';
import classes from './filters.module.css';

const tiles = [
  ['MISSED', 'bad'],
  ['AT_RISK', 'warning'],
  ['MET', 'good'],
  ['INSUFFICIENT_DATA', 'neutral'],
] as const;

/** How commitments stand in their newest period; each count filters the table. */
export const StandingTiles = memo(function StandingTiles({ facets }: { facets: FacetFragment[] }) {
  const { t } = useTranslation();
  const change = useChangeFilters();
  const counts = facets.find(({ name }) => name === 'verdict')?.values ?? [];
  const selected = useFilter('verdict') ?? [];
  const toggle = (verdict: Verdict) => {
    const chosen = selected.includes(verdict) ? selected.filter((other) => other !== verdict) : [...selected, verdict];
    change({ verdict: chosen.length > 0 ? chosen : undefined });
  };
  return (
    <div className={classes.tiles} role="group" aria-label={t('performance.commitments.standing')}>
      {tiles.map(([verdict, tone]) => (
        <Tile
          key={verdict}
          label={t(`ui.verdict.${verdict}`)}
          value={counts.find(({ value }) => value === verdict)?.count ?? 0}
          tone={tone}
          pressed={selected.includes(verdict)}
          onClick={() => toggle(verdict)}
        />
      ))}
    </div>
  );
});
