import { Button, Group } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import { useSession } from '../app/session';
import { ReviewDocument } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { formatPeriod } from '../ui/format-instant';
import { LoadedPage } from '../ui/loaded-page';
import { PageHeader } from '../ui/page-header';
import { useLightScheme } from '../ui/use-light-scheme';
import { newestPacks, packOf } from './newest-pack';
import { NewerRevisions } from './newer-revisions';
import classes from './pack-page.module.css';
import { PackSections } from './pack-sections';
import type { ReviewOnPage } from './review-page';
import './words';
import '../performance/words';

const route = getRouteApi('/sheet/reviews/$id/pack');

/** A pack on paper: the same pack prints the same text, whoever prints it and whenever. */
export function PackPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const asked = useQuery(query(ReviewDocument, { id }));
  useLightScheme();
  return (
    <main className={classes.page}>
      <LoadedPage query={asked} kind={t('governance.pack')}>
        {({ review }) => <Content review={found(review)} />}
      </LoadedPage>
    </main>
  );
}

function Content({ review }: { review: ReviewOnPage }) {
  const { t } = useTranslation();
  const { edition, pack: id } = route.useSearch();
  const { enterprise } = useSession();
  const pack = id ? review.packs.find((one) => one.id === id) : packOf(newestPacks(review.packs), edition);
  const title = t('governance.reviewOf', { provider: review.provider.name, period: formatPeriod(review.period) });
  const back = (
    <LinkButton
      size="xs"
      variant="default"
      leftSection={<IconArrowLeft size={15} />}
      to="/reviews/$id"
      params={{ id: review.id }}
    >
      {t('governance.print.back')}
    </LinkButton>
  );
  if (!pack)
    return (
      <>
        <PageHeader title={title} />
        <EmptyState kind="nothingYet" title={t('governance.noPack')} action={back}>
          {t('governance.noPackWords')}
        </EmptyState>
      </>
    );
  return (
    <>
      {/* On every sheet: which pack it is of, and which page of how many. */}
      <style>{`@page { @bottom-left { content: "${pack.id} · SHA-256 ${pack.hash.slice(0, 16)}…" } }`}</style>
      <div className={classes.screenOnly}>
        <Group justify="space-between" mb="md">
          {back}
          <Button size="xs" leftSection={<IconPrinter size={15} />} onClick={() => window.print()}>
            {t('governance.print.now')}
          </Button>
        </Group>
        <NewerRevisions revisions={pack.newerRevisions}>{t('governance.newer.pack')}</NewerRevisions>
      </div>
      <PackSections review={review} pack={pack} title={title} zone={enterprise.timeZone} by={enterprise.name} />
    </>
  );
}
