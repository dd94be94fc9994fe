import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { ServiceDaysDocument } from '../generated/graphql';
import { AvailabilityStrip } from '../ui/availability-strip';
import { Loaded } from '../ui/loaded';
import { addMonths, monthsOf } from '../ui/month';
import { Skeletons } from '../ui/skeletons';
import type { ServiceOnPage } from './service-page';
import classes from './service-page.module.css';

/** Never more than three whole months and the one that has begun. */
const shown = 90;

/** Was it there when it was needed? The last ninety days of what is promised to be available. */
export function ServiceDays({ commitments }: Pick<ServiceOnPage, 'commitments'>) {
  const judged = commitments.filter(
    ({ agreement, terms, results }) =>
      agreement.kind === 'SLA' && terms.indicator.__typename === 'AvailabilityIndicator' && results.length > 0,
  );
  return judged.map((commitment) => <Days key={commitment.id} commitment={commitment} named={judged.length > 1} />);
}

function Days({ commitment, named }: { commitment: ServiceOnPage['commitments'][number]; named: boolean }) {
  const { t } = useTranslation();
  const { service, slug, name, results } = commitment;
  const [newest = ''] = monthsOf(results.at(-1)?.period ?? '').slice(-1);
  const asked = useQuery(query(ServiceDaysDocument, { service: service.slug, slug, from: addMonths(newest, -3) }));
  const label = named ? t('catalog.promise.daysOf', { name }) : t('catalog.promise.days');
  return (
    <section className={classes.days}>
      <h3>{label}</h3>
      <Loaded query={asked} loading={<Skeletons rows={1} height={90} />}>
        {({ commitment: found }) => (
          <AvailabilityStrip label={label} days={(found?.results ?? []).flatMap(({ days }) => days).slice(-shown)} />
        )}
      </Loaded>
    </section>
  );
}
