import type { BundleDefinition } from '@accord/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import {
  ChangeBundleDraftDocument,
  ProposeBundleVersionDocument,
  PublishBundleVersionDocument,
  WithdrawBundleVersionDocument,
} from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { Panel } from '../ui/panel';
import { BundleEditor } from './bundle-editor/bundle-editor';
import type { ManagedBundle } from './manage-bundle-page';
import classes from './offer.module.css';

/** The version in the making: what it says, what it changes, and who acts next. */
export function BundleDraftPanel({ draft }: { draft: NonNullable<ManagedBundle['draft']> }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<'propose' | 'publish' | 'withdraw' | null>(null);
  const change = useAct(ChangeBundleDraftDocument, { done: t('bundles.manage.kept') });
  const propose = useAct(ProposeBundleVersionDocument, { done: t('bundles.manage.proposed') });
  const publish = useAct(PublishBundleVersionDocument, { done: t('bundles.manage.published') });
  const withdraw = useAct(WithdrawBundleVersionDocument, { done: t('bundles.manage.withdrawn') });
  const { id, number, revision, state, definition, diff, proposedBy, writtenBy } = draft;
  const acts = {
    propose: () => propose.mutateAsync({ id }),
    publish: () => publish.mutateAsync({ id }),
    withdraw: (reason: string) => withdraw.mutateAsync({ id, reason }),
  };
  const may = {
    publish: draft.viewerCanPublish,
    propose: draft.viewerCanChange,
    withdraw: draft.viewerCanWithdraw,
  };
  return (
    <Panel
      title={`${t('bundles.manage.version', { number })}: ${t(`bundles.manage.state.${state}`)}`}
      description={
        state === 'PROPOSED'
          ? t('bundles.manage.waits', { name: proposedBy?.name ?? t('people.somebody') })
          : t('catalog.offer.writtenBy', { names: writtenBy.map(({ name }) => name).join(', ') })
      }
      actions={(['publish', 'propose', 'withdraw'] as const)
        .filter((act) => may[act])
        .map((act) => (
          <Button
            key={act}
            size="xs"
            variant={act === 'withdraw' ? 'default' : undefined}
            onClick={() => setDoing(act)}
          >
            {t(`bundles.manage.${act}`)}
          </Button>
        ))}
    >
      <h3>{t('bundles.manage.changes')}</h3>
      <Changes diff={diff} />
      {draft.viewerCanChange && (
        <BundleEditor
          definition={definition as BundleDefinition}
          place={`bundle:${id}:${revision}`}
          save={(next) => change.mutateAsync({ id, revision, definition: next })}
        />
      )}
      {doing && (
        <ConfirmDialog
          opened
          onClose={() => setDoing(null)}
          title={t(`bundles.manage.${doing}`)}
          confirm={t(`bundles.manage.${doing}`)}
          withReason={doing === 'withdraw'}
          danger={doing === 'withdraw'}
          onConfirm={acts[doing]}
        >
          {doing === 'withdraw' ? t('bundles.manage.withdrawWords') : t('bundles.manage.publishWords')}
          {doing !== 'withdraw' && <Changes diff={diff} />}
        </ConfirmDialog>
      )}
    </Panel>
  );
}

/** What publishing it would change of what is offered. */
function Changes({ diff }: Pick<NonNullable<ManagedBundle['draft']>, 'diff'>) {
  const { t } = useTranslation();
  if (diff.length === 0) return <p className="quiet">{t('catalog.offer.nothing')}</p>;
  return (
    <ul className={classes.changes}>
      {diff.map(({ path, sentence }) => (
        <li key={path.join('.')}>{sentence}</li>
      ))}
    </ul>
  );
}
