import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../ui/verdict';
import { Tile } from '../../ui/tile';
import classes from './filters.module.css';

const tiles = [
  ['MISSED', 'bad'],
  ['AT_RISK', 'warning'],
  ['MET', 'good'],
  ['INSUFFICIENT_DATA', 'neutral'],
] as const;

type Props = {
  counts: { value: string; count: number }[];
  selected: Verdict[];
  onChange: (selected: Verdict[]) => void;
};

/** How commitments stand in their newest period; each count filters the table. */
export function StandingTiles({ counts, selected, onChange }: Props) {
  const { t } = useTranslation();
  const toggle = (verdict: Verdict) =>
    onChange(selected.includes(verdict) ? selected.filter((other) => other !== verdict) : [...selected, verdict]);
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
}
