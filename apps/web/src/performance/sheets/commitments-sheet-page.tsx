import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../app/link-button';
import { EmptyState } from '../../ui/empty-state';
import { formatInstant, formatPeriod } from '../../ui/format-instant';
import { LoadedPage } from '../../ui/loaded-page';
import { PageHeader } from '../../ui/page-header';
import { Sheet } from '../../ui/sheet';
import { CommitmentsHeat } from '../commitments/commitments-heat';
import { oneZone, zonesOf } from '../commitments/zones';
import { everyCommitment } from './every-commitment';
import { SheetFacts } from './sheet-facts';
import { filterFacts } from './filter-facts';
import '../words';

const route = getRouteApi('/sheet/commitments/print');

/** The heat table on paper, with everything that was found and the filters that it was found by. */
export function CommitmentsSheetPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const found = useQuery(everyCommitment(search));
  return (
    <Sheet
      landscape
      foot={t('performance.commitments.title')}
      tools={
        <LinkButton size="xs" variant="default" to="/commitments" search={search as never}>
          {t('performance.sheet.back')}
        </LinkButton>
      }
    >
      <LoadedPage query={found} kind={t('performance.commitments.title')}>
        {({ commitments, totals }) => (
          <>
            <PageHeader
              title={t('performance.commitments.title')}
              subtitle={t('performance.commitments.subtitle')}
              zone={zonesOf(commitments)}
            />
            <SheetFacts
              zone={oneZone(commitments)}
              facts={[
                [
                  t('performance.sheet.months'),
                  `${formatPeriod(commitments.periods[0] ?? '')} – ${formatPeriod(commitments.periods.at(-1) ?? '')}`,
                ],
                [t('performance.sheet.filters'), filterFacts(search, totals.facets)],
                [
                  t('performance.sheet.dataAsOf'),
                  totals.dataAsOf ? formatInstant(totals.dataAsOf, { zone: oneZone(commitments) }) : '–',
                ],
                [t('performance.sheet.shown'), t('performance.commitments.count', { count: commitments.edges.length })],
              ]}
            />
            {commitments.edges.length === 0 ? (
              <EmptyState kind="nothingYet" title={t('performance.sheet.nothing')} />
            ) : (
              <CommitmentsHeat commitments={commitments} totals={totals} group={search.group} />
            )}
          </>
        )}
      </LoadedPage>
    </Sheet>
  );
}
