import type { TFunction } from 'i18next';
import { formatPeriod } from '../ui/format-instant';
import type { ServiceOnPage } from './service-page';

type Commitments = readonly Pick<ServiceOnPage['commitments'][number], 'name' | 'agreement' | 'results'>[];

/** Of the results of what customers are promised that are final, how many were met; the newest miss is named. */
export function keptWords(commitments: Commitments, t: TFunction): string | null {
  const promised = commitments.filter(({ agreement }) => agreement.kind === 'SLA');
  const judged = promised.flatMap(({ name, results }) =>
    results.filter(({ state }) => state === 'FROZEN').map((result) => ({ name, ...result })),
  );
  if (judged.length === 0)
    return promised.length > 0 ? t('catalog.promise.notJudged', { count: promised.length }) : null;
  const met = judged.filter(({ verdict }) => verdict === 'MET').length;
  const [missed] = judged
    .filter(({ verdict }) => verdict === 'MISSED')
    .sort((a, b) => b.period.localeCompare(a.period));
  const closed = t('catalog.promise.closed', { met, count: judged.length });
  if (!missed) return closed;
  return `${closed} ${t('catalog.promise.lastMiss', { name: missed.name, period: formatPeriod(missed.period) })}`;
}
