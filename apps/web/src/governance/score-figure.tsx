import { useTranslation } from 'react-i18next';
import type { ScorecardVerdict } from '../generated/graphql';
import { formatNumber } from '../ui/format-number';
import { formatPercent } from '../ui/format-percent';
import classes from './score-figure.module.css';

type Props = { score: string | null; coverage: string; verdict: ScorecardVerdict; minimumCoverage?: string };

/** The score of 100, and of how much of the weights it is made. */
export function ScoreFigure({ score, coverage, verdict, minimumCoverage }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.figure}>
      <div className={`${classes.score} figures`}>
        {score === null ? t(`governance.verdict.${verdict}`) : formatNumber(score, { minimumFractionDigits: 2 })}
        {score !== null && <span className={classes.of}> {t('governance.ofHundred')}</span>}
      </div>
      <div className="quiet figures">
        {t('governance.coverage', { coverage: formatPercent(coverage, { decimals: 2 }) })}
        {minimumCoverage !== undefined &&
          ` ${t('governance.minimum', { minimum: formatPercent(minimumCoverage, { decimals: 2 }) })}`}
      </div>
    </div>
  );
}
