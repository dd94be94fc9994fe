import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FigureWithTarget } from '../../ui/figure-with-target';
import { formatInstant, formatPeriod } from '../../ui/format-instant';
import { formatPercent } from '../../ui/format-percent';
import { onDemand } from '../../ui/on-demand';
import { KeyValueList } from '../../ui/key-value-list';
import { Panel } from '../../ui/panel';
import { pointsApart } from '../amount';
import { closingWords } from '../closing-words';
import { DataAsOf } from '../data-as-of';
import { isFed } from '../is-fed';
import { PercentileWords } from './percentile-words';
import { BudgetWords } from './budget-words';
import { BurnRate } from './burn-rate';
import type { Result } from './result-keys';
import type { Pictures } from './use-pictures';
import classes from './result-figures.module.css';

const RollingWords = onDemand(() => import('./rolling-words').then((module) => module.RollingWords));

type Props = {
  result: Result;
  mayExplain: boolean;
  /** Where the page tells of the budget of the last 30 days. */
  rolling: Pictures['rolling'] | undefined;
};

/** The figure against its target, the budget in words, and what the result rests on. */
export function ResultFigures({ result, mayExplain, rolling }: Props) {
  const { t } = useTranslation();
  const { period, figure, target, terms, verdict, deemed, state, margin, coverage, burnRates, timeZone: zone } = result;
  const replaced = state === 'SUPERSEDED';
  const side = margin?.startsWith('-') ? 'below' : 'above';
  const day = (at: string) => formatInstant(at, { zone });
  return (
    <Panel>
      <div className={classes.body}>
        <FigureWithTarget
          label={t(replaced ? 'performance.commitment.figureThen' : 'performance.commitment.figureOf', {
            period: formatPeriod(period),
            revision: result.revision,
          })}
          figure={figure ?? null}
          target={target}
          comparator={terms.comparator}
          verdict={verdict}
          deemed={deemed}
          open={state === 'OPEN'}
        >
          {deemed && (
            <Text size="sm">{t(replaced ? 'performance.commitment.deemedThen' : 'performance.commitment.deemed')}</Text>
          )}
          <PercentileWords result={result} />
          {margin != null && !deemed && (
            <Text size="sm" className="figures" data-tone={side === 'below' ? 'bad' : 'good'}>
              {t(`performance.commitment.${side}${replaced ? 'Then' : ''}`, { margin: pointsApart(margin) })}
            </Text>
          )}
          {mayExplain && (
            <Anchor
              component={Link}
              to="."
              search={((old: object) => ({ ...old, tab: 'explanation' })) as never}
              size="sm"
              resetScroll={false}
              hash="more"
            >
              {figure == null
                ? t('performance.commitment.whyNone')
                : t('performance.commitment.why', { figure: formatPercent(figure, { decimals: 4 }) })}
            </Anchor>
          )}
        </FigureWithTarget>
        {rolling && rolling.length > 0 ? (
          <RollingWords rolling={rolling} />
        ) : (
          <BudgetWords budget={result.budget} open={state === 'OPEN'} missing={figure == null} />
        )}
        <KeyValueList
          items={[
            { label: t('performance.commitment.window'), value: `${day(result.from)} – ${day(result.to)}` },
            { label: t('performance.commitment.zone'), value: zone },
            ...(result.budget.unit === 'tickets' || terms.indicator.__typename === 'SatisfactionIndicator'
              ? []
              : [{ label: t('performance.commitment.coverage'), value: formatPercent(coverage, { decimals: 2 }) }]),
            ...(result.closing
              ? [{ label: t('performance.closing.title'), value: closingWords(result.closing, zone) }]
              : []),
            ...(burnRates?.week
              ? [{ label: t('performance.commitment.burnRate'), value: <BurnRate rates={burnRates} /> }]
              : []),
          ]}
        />
        <DataAsOf at={result.dataAsOf} awaited={state === 'OPEN' && isFed(terms)} zone={zone} />
      </div>
    </Panel>
  );
}
