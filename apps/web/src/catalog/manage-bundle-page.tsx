import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import { useAct } from '../app/use-act';
import {
  DraftBundleVersionDocument,
  EndBundleDocument,
  ManagedBundleDocument,
  type ManagedBundleQuery,
} from '../generated/graphql';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { LoadedPage } from '../ui/loaded-page';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import { SimpleTable } from '../ui/simple-table';
import './bundle-words';

const BundleDraftPanel = onDemand(() => import('./bundle-draft-panel').then((module) => module.BundleDraftPanel));

const route = getRouteApi('/shell/manage/bundles/$slug');
export type ManagedBundle = NonNullable<ManagedBundleQuery['bundle']>;

/** What is offered, what is in the making, and who acts next? */
export function ManageBundlePage() {
  const { t } = useTranslation();
  const { slug } = route.useParams();
  const asked = useQuery(query(ManagedBundleDocument, { slug }));
  return (
    <LoadedPage query={asked} kind={t('bundles.title')}>
      {({ bundle }) => <Content bundle={found(bundle)} />}
    </LoadedPage>
  );
}

function Content({ bundle }: { bundle: ManagedBundle }) {
  const { t } = useTranslation();
  const [ending, setEnding] = useState(false);
  const begin = useAct(DraftBundleVersionDocument, { done: t('bundles.manage.kept') });
  const end = useAct(EndBundleDocument, { done: t('bundles.manage.ended') });
  const { id, slug, name, outcome, versions, draft, viewerCanChange } = bundle;
  const isLive = versions.some(({ state }) => state === 'PUBLISHED');
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: t('bundles.manage.title'), to: '/manage/bundles' }]} />}
        title={name}
        subtitle={outcome}
        actions={
          <>
            {isLive && (
              <LinkButton to="/catalog/bundles/$slug" params={{ slug }} size="xs" variant="default">
                {t('bundles.manage.see')}
              </LinkButton>
            )}
            {viewerCanChange && !draft && (
              <Button size="xs" loading={begin.isPending} onClick={() => begin.mutate({ bundleId: id })}>
                {t('bundles.manage.draft')}
              </Button>
            )}
            {viewerCanChange && (
              <Button size="xs" variant="default" onClick={() => setEnding(true)}>
                {t('bundles.manage.end')}
              </Button>
            )}
          </>
        }
      />
      <Stack gap="md">
        {draft && <BundleDraftPanel key={`${draft.id} ${draft.revision} ${draft.state}`} draft={draft} />}
        <Panel title={t('catalog.offer.history')}>
          <SimpleTable
            label={t('catalog.offer.history')}
            head={[t('bundles.manage.versionHead'), t('catalog.facet.lifecycle'), t('bundles.manage.who')]}
            rows={versions.map(({ number, state, writtenBy, decidedBy, reason }) => [
              t('bundles.manage.version', { number }),
              [t(`bundles.manage.state.${state}`), reason].filter(Boolean).join(': '),
              [...writtenBy.map(({ name: writer }) => writer), ...(decidedBy ? [decidedBy.name] : [])].join(' → '),
            ])}
          />
        </Panel>
      </Stack>
      {ending && (
        <ConfirmDialog
          opened
          onClose={() => setEnding(false)}
          title={t('bundles.manage.end')}
          confirm={t('bundles.manage.end')}
          withReason
          danger
          onConfirm={(reason) => end.mutateAsync({ id, reason })}
        >
          {t('bundles.manage.endWords')}
        </ConfirmDialog>
      )}
    </>
  );
}
