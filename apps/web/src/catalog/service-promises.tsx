import { useTranslation } from 'react-i18next';
import { PromiseTable } from '../agreements/promise-table';
import { Panel } from '../ui/panel';
import { onDemand } from '../ui/on-demand';
import { keptWords } from './kept-words';
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
          <p className={classes.sentence}>{keptWords(commitments, t)}</p>
          <PromiseTable label={t('catalog.promise.table', { name })} commitments={commitments} named="commitment" />
          <ServiceDays commitments={commitments} />
        </>
      )}
    </Panel>
  );
}
