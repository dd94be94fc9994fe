import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session';
import type { ScorecardFragment } from '../generated/graphql';
import { formatDay, formatInstant, formatPeriod } from '../ui/format-instant';
import { onDemand } from '../ui/on-demand';
import { scoredRow } from './kpi-row-of';
import { KPIRows } from './kpi-rows';
import { NewerRevisions } from './newer-revisions';
import { ScoreFigure } from './score-figure';
import classes from './scorecard-view.module.css';

const Explanation = onDemand(() => import('../performance/explanation').then((module) => module.Explanation));

/** The score of a period, the KPIs it is made of, and why it is what it is. */
export function ScorecardView({ scorecard }: { scorecard: ScorecardFragment }) {
  const { t } = useTranslation();
  const { timeZone: zone } = useSession().enterprise;
  const { period, version, kpis, explanation, asOf } = scorecard;
  return (
    <Stack gap="md">
      <NewerRevisions revisions={scorecard.newerRevisions}>{t('governance.newer.scorecard')}</NewerRevisions>
      <ScoreFigure {...scorecard} minimumCoverage={version.minimumCoverage} />
      <KPIRows
        label={t('governance.kpisOf', { period: formatPeriod(period) })}
        rows={kpis.map((kpi) => scoredRow(kpi))}
      />
      <div className="quiet">
        {t('governance.byVersion', { number: version.number, from: formatDay(version.effectiveFrom) })}{' '}
        {t('governance.asOf', { at: formatInstant(asOf) })}
      </div>
      <details className={classes.why}>
        <summary>{t('governance.why')}</summary>
        {kpis.map(({ kpi, explanation: steps }) => (
          <section key={kpi.id}>
            <h3>{kpi.name}</h3>
            <Explanation steps={steps} zone={zone} />
          </section>
        ))}
        <section>
          <h3>{t('governance.whole')}</h3>
          <Explanation steps={explanation} zone={zone} />
        </section>
      </details>
    </Stack>
  );
}
