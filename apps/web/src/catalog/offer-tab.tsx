import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { query } from '../app/query';
import { useAct } from '../app/use-act';
import { DraftServiceVersionDocument, ServiceOfferDocument, type ServiceOfferQuery } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { formatInstant } from '../ui/format-instant';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import { ToneBadge } from '../ui/tone-badge';
import { DraftChanges } from './draft-changes';
import { DraftPanel } from './draft-panel';
import { definitionOf } from './offer-definition';
import { OfferApproval } from './offer-approval';
import { OfferEntitlement } from './offer-entitlement';
import { OfferFulfilment } from './offer-fulfilment';
import { OfferPlans } from './offer-plans';
import { OfferWords } from './offer-words';
import classes from './offer.module.css';
import './retirement/words';
import { VersionHistory } from './version-history';

const RetireDialog = onDemand(() => import('./retirement/retire-dialog').then((module) => module.RetireDialog));
const UploadDialog = onDemand(() => import('./upload-yaml-dialog').then((module) => module.UploadYamlDialog));

export type Offer = NonNullable<ServiceOfferQuery['service']>;
export type OfferVersion = Offer['versions'][number];

/** What is offered, what is in the making, and how it came to be so. */
export function OfferTab({ slug }: { slug: string }) {
  const asked = useQuery(query(ServiceOfferDocument, { slug }));
  return <Loaded query={asked}>{({ service }) => <Content offer={found(service)} />}</Loaded>;
}

function Content({ offer }: { offer: Offer }) {
  const { t } = useTranslation();
  const [uploading, setUploading] = useState(false);
  const start = useAct(DraftServiceVersionDocument, { done: t('catalog.offer.started') });
  const [retiring, setRetiring] = useState<string | null>(null);
  const { id, slug, lifecycle, liveVersion: live, draft, versions } = offer;
  const named = [...offer.supportingServices, ...offer.relatedServices.map(({ service }) => service)];
  const mayDraft = draft === null;
  const mayUpload = draft === null || draft.viewerCanChange;
  const actions = (
    <>
      {mayDraft && (
        <Button size="xs" loading={start.isPending} onClick={() => start.mutate({ serviceId: id })}>
          {t('catalog.offer.start')}
        </Button>
      )}
      {mayUpload && (
        <Button size="xs" variant="default" onClick={() => setUploading(true)}>
          {t('catalog.offer.upload')}
        </Button>
      )}
      {live && (
        <Button component="a" href={`/export/services/${slug}.yaml`} download size="xs" variant="default">
          {t('catalog.offer.download')}
        </Button>
      )}
    </>
  );
  return (
    <Stack gap="md">
      <div className={draft && live ? classes.columns : undefined}>
        {live ? (
          <Panel
            title={
              <>
                {t('catalog.offer.live', { number: live.number })}{' '}
                <ToneBadge tone="good">{t('catalog.offer.state.PUBLISHED')}</ToneBadge>
              </>
            }
            description={t('catalog.offer.liveBy', {
              name: live.decidedBy?.name ?? t('people.somebody'),
              day: formatInstant(live.decidedAt!, { style: 'date' }),
            })}
            actions={actions}
          >
            <OfferWords definition={definitionOf(live)} named={named} />
            <OfferPlans
              label={t('catalog.offer.live', { number: live.number })}
              plans={definitionOf(live).plans}
              actions={
                lifecycle === 'LIVE'
                  ? (plan) => (
                      <Button
                        size="xs"
                        variant="default"
                        aria-label={t('retirement.retirePlan', { name: plan.name })}
                        onClick={() => setRetiring(plan.slug)}
                      >
                        {t('retirement.retire')}
                      </Button>
                    )
                  : undefined
              }
            />
            <p className="quiet">{t('catalog.offer.notice', { count: definitionOf(live).notice.days })}</p>
            <OfferApproval approval={definitionOf(live).approval} />
            <OfferFulfilment fulfilment={definitionOf(live).fulfilment} />
            <OfferEntitlement entitlement={definitionOf(live).entitlement} />
          </Panel>
        ) : (
          !draft && (
            <EmptyState kind="nothingYet" title={t('catalog.offer.none')} action={actions}>
              {t('catalog.offer.noneWords')}
            </EmptyState>
          )
        )}
        {draft && <DraftPanel key={draft.id} draft={draft} slug={slug} named={named} actions={live ? null : actions} />}
      </div>
      {draft && <DraftChanges draft={draft} />}
      {versions.length > 0 && (
        <VersionHistory
          versions={versions}
          slug={slug}
          again={mayDraft ? (from) => start.mutateAsync({ serviceId: id, from }) : null}
        />
      )}
      {retiring && <RetireDialog service={offer} plan={retiring} onClose={() => setRetiring(null)} />}
      {uploading && (
        <UploadDialog serviceId={id} revision={draft?.revision ?? null} onClose={() => setUploading(false)} />
      )}
    </Stack>
  );
}
