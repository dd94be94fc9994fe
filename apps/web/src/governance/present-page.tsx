import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { query } from '../app/query';
import { ReviewDocument } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { formatPeriod } from '../ui/format-instant';
import { LoadedPage } from '../ui/loaded-page';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { Leave } from './leave';
import { newestPacks, packOf } from './newest-pack';
import classes from './present-page.module.css';
import type { ReviewOnPage } from './review-page';
import './words';
import '../performance/words';

const Agenda = onDemand(() => import('./agenda').then((module) => module.Agenda));

const route = getRouteApi('/sheet/reviews/$id/present');

/** The agenda of a review for everybody in the room: one item at a time, in large type. */
export function PresentPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { edition } = route.useSearch();
  const asked = useQuery(query(ReviewDocument, { id }));
  return (
    <main className={classes.page}>
      <LoadedPage query={asked} kind={t('governance.review')}>
        {({ review: answered }) => {
          const review = found(answered);
          const pack = packOf(newestPacks(review.packs), edition);
          return pack ? <Agenda review={review} pack={pack} /> : <NoPack review={review} />;
        }}
      </LoadedPage>
    </main>
  );
}

function NoPack({ review: { id, provider, period } }: { review: ReviewOnPage }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('governance.reviewOf', { provider: provider.name, period: formatPeriod(period) })} />
      <EmptyState kind="nothingYet" title={t('governance.noPack')} action={<Leave id={id} />}>
        {t('governance.noPackWords')}
      </EmptyState>
    </>
  );
}
