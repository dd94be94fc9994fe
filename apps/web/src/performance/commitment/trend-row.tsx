import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TrendResultFragment } from '../../generated/graphql';
import { formatPeriod } from '../../ui/format-instant';
import { formatFigure, formatPercent } from '../../ui/format-percent';
import { verdictGlyph, verdictWord } from '../../ui/verdict';
import { resultBin } from '../result-bin';
import classes from './trend-row.module.css';

type Props = { results: TrendResultFragment[]; chosen: string | undefined; service: string; commitment: string };

/** The last periods side by side; each leads to its own page, the one shown is marked. */
export function TrendRow({ results, chosen, service, commitment }: Props) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('performance.commitment.trend')}>
      <ol className={classes.row}>
        {results.map((result) => {
          const { period, verdict, deemed, figure, state, hasLateData } = result;
          const shown = figure == null ? t('ui.noFigure') : formatPercent(figure, { decimals: 4 });
          return (
            <li key={period}>
              <Link
                from="/commitments/$service/$commitment"
                to="/commitments/$service/$commitment"
                params={{ service, commitment }}
                search={(old) => ({
                  ...old,
                  period,
                  revision: undefined,
                  since: undefined,
                  until: undefined,
                  cursor: undefined,
                })}
                resetScroll={false}
                aria-current={period === chosen ? 'page' : undefined}
                aria-label={`${formatPeriod(period)}: ${shown}, ${verdictWord(result)}`}
                className={classes.cell}
                data-bin={resultBin(result) ?? undefined}
                data-open={state === 'OPEN' || undefined}
              >
                <small>{formatPeriod(period)}</small>
                <span className="figures">
                  {verdict !== 'MET' && figure != null && <b aria-hidden>{verdictGlyph[verdict]} </b>}
                  {figure == null ? t('performance.noData') : formatFigure(figure)}
                  {hasLateData && <i aria-hidden> •</i>}
                </span>
                {deemed && <small className={classes.word}>{verdictWord(result).toLowerCase()}</small>}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
