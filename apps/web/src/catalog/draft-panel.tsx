import type { PlanDefinition, ServiceDefinition } from '@accord/domain';
import { Button, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import {
  ChangeServiceDraftDocument,
  ProposeServiceVersionDocument,
  PublishServiceVersionDocument,
  WithdrawServiceVersionDocument,
} from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import { ToneBadge } from '../ui/tone-badge';
import { definitionOf } from './offer-definition';
import { OfferApproval } from './offer-approval';
import { OfferEntitlement } from './offer-entitlement';
import { OfferFulfilment } from './offer-fulfilment';
import { OfferPlans } from './offer-plans';
import { OfferWords } from './offer-words';
import type { Offer } from './offer-tab';
import classes from './offer.module.css';

const PlanDialog = onDemand(() => import('./plan-dialog').then((module) => module.PlanDialog));
const FormEditorDialog = onDemand(() =>
  import('./form-editor/form-editor-dialog').then((module) => module.FormEditorDialog),
);
const EntitlementDialog = onDemand(() => import('./entitlement-dialog').then((module) => module.EntitlementDialog));
const ApprovalDialog = onDemand(() => import('./approval-dialog').then((module) => module.ApprovalDialog));
const FulfilmentDialog = onDemand(() => import('./fulfilment-dialog').then((module) => module.FulfilmentDialog));
const WordsDialog = onDemand(() => import('./words-dialog').then((module) => module.WordsDialog));
const NoticeDialog = onDemand(() => import('./notice-dialog').then((module) => module.NoticeDialog));

export type Draft = NonNullable<Offer['draft']>;
type Doing =
  | 'propose'
  | 'publish'
  | 'withdraw'
  | 'words'
  | 'notice'
  | 'form'
  | 'entitlement'
  | 'approval'
  | 'fulfilment'
  | { plan: PlanDefinition | null }
  | { remove: PlanDefinition };

type Props = {
  draft: Draft;
  slug: string;
  /** Services that it may name. */
  named: readonly { id: string; slug: string; name: string }[];
  actions: ReactNode;
};

/** The version in the making: what it says, what it changes and whom that touches, and who acts next. */
export function DraftPanel({ draft, slug, named, actions }: Props) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<Doing | null>(null);
  const change = useAct(ChangeServiceDraftDocument, { done: t('catalog.offer.kept') });
  const propose = useAct(ProposeServiceVersionDocument, { done: t('catalog.offer.proposed') });
  const publish = useAct(PublishServiceVersionDocument, { done: t('catalog.offer.published') });
  const withdraw = useAct(WithdrawServiceVersionDocument, { done: t('catalog.offer.withdrawn') });
  const { id, number, revision, state, basedOn, writtenBy, proposedBy } = draft;
  const definition = definitionOf(draft);
  const save = (next: ServiceDefinition) => change.mutateAsync({ id, revision, definition: next });
  const close = () => setDoing(null);
  const confirms = {
    propose: () => propose.mutateAsync({ id }),
    publish: () => publish.mutateAsync({ id }),
    withdraw: (reason: string) => withdraw.mutateAsync({ id, reason }),
  };
  const asked = doing === 'propose' || doing === 'publish' || doing === 'withdraw' ? doing : null;
  const names = writtenBy.map(({ name }) => name).join(', ');
  const origin = basedOn === null ? t('catalog.offer.fromNothing') : t('catalog.offer.basedOn', { number: basedOn });
  return (
    <Panel
      title={
        <>
          {t('catalog.offer.draft', { number })}{' '}
          <ToneBadge tone={state === 'PROPOSED' ? 'accent' : 'neutral'}>{t(`catalog.offer.state.${state}`)}</ToneBadge>
        </>
      }
      description={
        state === 'PROPOSED'
          ? t('catalog.offer.waits', { name: proposedBy?.name ?? t('people.somebody') })
          : `${origin} ${t('catalog.offer.writtenBy', { names })}`
      }
      actions={
        <>
          {actions}
          {draft.viewerCanPublish && (
            <Button size="xs" onClick={() => setDoing('publish')}>
              {t('catalog.offer.publish')}
            </Button>
          )}
          {draft.viewerCanChange && (
            <Button size="xs" onClick={() => setDoing('propose')}>
              {t('catalog.offer.propose')}
            </Button>
          )}
          {draft.viewerCanWithdraw && (
            <Button size="xs" variant="default" onClick={() => setDoing('withdraw')}>
              {t('catalog.offer.withdraw')}
            </Button>
          )}
        </>
      }
    >
      <Stack gap="md">
        <OfferWords definition={definition} named={named} />
        <OfferPlans
          label={t('catalog.offer.draft', { number })}
          plans={definition.plans}
          actions={
            draft.viewerCanChange
              ? (plan) => (
                  <>
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t('catalog.plan.changeTitle', { name: plan.name })}
                      onClick={() => setDoing({ plan })}
                    >
                      {t('people.person.change')}
                    </Button>
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t('catalog.plan.removeTitle', { name: plan.name })}
                      onClick={() => setDoing({ remove: plan })}
                    >
                      {t('catalog.plan.remove')}
                    </Button>
                  </>
                )
              : undefined
          }
        />
        {definition.plans.length === 0 && <p className="quiet">{t('catalog.plan.noneWords')}</p>}
        <p className="quiet">{t('catalog.offer.notice', { count: definition.notice.days })}</p>
        <OfferEntitlement entitlement={definition.entitlement} />
        <OfferApproval approval={definition.approval} />
        <OfferFulfilment fulfilment={definition.fulfilment} />
        {draft.viewerCanChange && (
          <div className={classes.actions}>
            <Button size="xs" variant="default" onClick={() => setDoing('words')}>
              {t('catalog.words.change')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setDoing({ plan: null })}>
              {t('catalog.plan.add')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setDoing('form')}>
              {t('catalog.form.change')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setDoing('entitlement')}>
              {t('catalog.entitlement.change')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setDoing('approval')}>
              {t('catalog.approval.change')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setDoing('fulfilment')}>
              {t('catalog.fulfilment.change')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setDoing('notice')}>
              {t('catalog.offer.changeNotice')}
            </Button>
            <Button
              component="a"
              href={`/export/services/${slug}.yaml?version=${number}`}
              download
              size="xs"
              variant="default"
              aria-label={t('catalog.offer.downloadOf', { number })}
            >
              {t('catalog.offer.download')}
            </Button>
          </div>
        )}
      </Stack>
      {asked && (
        <ConfirmDialog
          opened
          onClose={close}
          title={t(`catalog.offer.${asked}Title`, { number })}
          confirm={t(`catalog.offer.${asked}`)}
          withReason={asked === 'withdraw'}
          danger={asked === 'withdraw'}
          onConfirm={confirms[asked]}
        >
          {t(`catalog.offer.${asked}Words`)}
        </ConfirmDialog>
      )}
      {doing === 'words' && (
        <WordsDialog slug={slug} named={named} definition={definition} save={save} onClose={close} />
      )}
      {doing === 'form' && <FormEditorDialog definition={definition} save={save} onClose={close} />}
      {doing === 'entitlement' && <EntitlementDialog definition={definition} save={save} onClose={close} />}
      {doing === 'approval' && <ApprovalDialog definition={definition} save={save} onClose={close} />}
      {doing === 'fulfilment' && <FulfilmentDialog definition={definition} save={save} onClose={close} />}
      {doing === 'notice' && <NoticeDialog definition={definition} save={save} onClose={close} />}
      {typeof doing === 'object' && doing && 'plan' in doing && (
        <PlanDialog definition={definition} plan={doing.plan} save={save} onClose={close} />
      )}
      {typeof doing === 'object' && doing && 'remove' in doing && (
        <ConfirmDialog
          opened
          onClose={close}
          title={t('catalog.plan.removeTitle', { name: doing.remove.name })}
          confirm={t('catalog.plan.remove')}
          danger
          onConfirm={() =>
            save({ ...definition, plans: definition.plans.filter(({ slug: one }) => one !== doing.remove.slug) })
          }
        >
          {t('catalog.plan.removeWords')}
        </ConfirmDialog>
      )}
    </Panel>
  );
}
