import { useTranslation } from 'react-i18next';
import type { StandingFragment } from '../generated/graphql';
import { verdictGlyph } from '../ui/verdict';
import classes from './standing.module.css';

const parts = [
  ['MISSED', 'missed'],
  ['AT_RISK', 'atRisk'],
  ['INSUFFICIENT_DATA', 'insufficientData'],
  ['MET', 'met'],
] as const;

/** How the commitments stand in their newest period: a bar of parts, and the numbers in words beside it. */
export function Standing({ standing }: { standing: StandingFragment }) {
  const { t } = useTranslation();
  const total = parts.reduce((sum, [, key]) => sum + standing[key], 0);
  if (total === 0) return <span className="quiet">{t('providers.noStanding')}</span>;
  const shown = parts.filter(([, key]) => standing[key] > 0);
  return (
    <div className={classes.standing}>
      <div className={classes.bar} aria-hidden>
        {shown.map(([verdict, key]) => (
          <i key={verdict} data-verdict={verdict} style={{ flexGrow: standing[key] }} />
        ))}
      </div>
      <ul className={classes.words}>
        {shown.map(([verdict, key]) => (
          <li key={verdict} data-verdict={verdict}>
            <span aria-hidden>{verdictGlyph[verdict]}</span> {standing[key]} {t(`ui.verdict.${verdict}`).toLowerCase()}
          </li>
        ))}
      </ul>
    </div>
  );
}
