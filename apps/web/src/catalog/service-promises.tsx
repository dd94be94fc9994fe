import { useTranslation } from 'react-i18next';
import { PromiseTable } from '../agreements/promise-table';
import { formatPeriod } from '../ui/format-instant';
import { Panel } from '../ui/panel';
import { onDemand } from '../ui/on-demand';
import type { ServiceOnPage } from './service-page';
import classes from './service-page.module.css';

const ServiceDays = onDemand(() => import('./service-days').then((module) => module.ServiceDays));

/** What is promised on this service, and whether it was kept in the last twelve months. */
export function ServicePromises({ service: { name, commitments } }: { service: ServiceOnPage }) {
  const { t } = useTranslation();
  const zones = [...new Set(commitments.map(({ agreement }) => agreement.timeZone))];
  return (
    <Panel
      title={t('catalog.promise.question')}
      description={zones.length > 0 && t('ui.periodsIn', { zone: zones.join(', ') })}
    >
      {commitments.length === 0 ? (
        <p className="quiet">{t('catalog.promise.nothing')}</p>
      ) : (
        <>
          <KeptSentence commitments={commitments} />
          <PromiseTable label={t('catalog.promise.table', { name })} commitments={commitments} named="commitment" />
          <ServiceDays commitments={commitments} />
        </>
      )}
    </Panel>
  );
}

/** Of the results of each commitment that are final, how many were met; the newest miss is named. */
function KeptSentence({ commitments }: Pick<ServiceOnPage, 'commitments'>) {
  const { t } = useTranslation();
  const promised = commitments.filter(({ agreement }) => agreement.kind === 'SLA');
  const judged = promised.flatMap(({ name, results }) =>
    results.filter(({ state }) => state === 'FROZEN').map((result) => ({ name, ...result })),
  );
  if (judged.length === 0) return null;
  const met = judged.filter(({ verdict }) => verdict === 'MET').length;
  const missed = judged
    .filter(({ verdict }) => verdict === 'MISSED')
    .sort((a, b) => b.period.localeCompare(a.period))[0];
  return (
    <p className={classes.sentence}>
      {t('catalog.promise.closed', { met, count: judged.length })}{' '}
      {missed && t('catalog.promise.lastMiss', { name: missed.name, period: formatPeriod(missed.period) })}
    </p>
  );
}
