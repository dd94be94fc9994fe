import { useTranslation } from 'react-i18next';
import type { ScorecardVerdict } from '../generated/graphql';
import { formatNumber } from '../ui/format-number';
import { formatExactPercent } from '../ui/format-percent';
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
        {t('governance.coverage', { coverage: formatExactPercent(coverage) })}
        {minimumCoverage !== undefined &&
          ` ${t('governance.minimum', { minimum: formatExactPercent(minimumCoverage) })}`}
      </div>
    </div>
  );
}
