import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../app/use-act';
import {
  ChangeWebhookDocument,
  RenewWebhookSecretDocument,
  WebhooksDocument,
  type ChangeWebhookInput,
  type WebhookFragment,
} from '../../generated/graphql';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { onDemand } from '../../ui/on-demand';

const ChangeWebhookDialog = onDemand(() =>
  import('./change-webhook-dialog').then((module) => module.ChangeWebhookDialog),
);
const SecretDialog = onDemand(() => import('../../ui/secret-dialog').then((module) => module.SecretDialog));

/** Change, pause, a new secret, end. */
export function WebhookActions({ webhook: { id, slug, version, state, ...webhook } }: { webhook: WebhookFragment }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<'change' | 'renew' | 'end' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => setDoing(null);
  const options = { changes: [WebhooksDocument], onDone: close };
  const change = useAct(ChangeWebhookDocument, { ...options, done: t('webhooks.changed') });
  const renew = useAct(RenewWebhookSecretDocument, {
    changes: [WebhooksDocument],
    onDone: ({ renewWebhookSecret }) => {
      close();
      setSecret(renewWebhookSecret.secret ?? null);
    },
  });
  const save = (input: ChangeWebhookInput) => change.mutateAsync({ id, version, input });
  if (state === 'ENDED') return null;
  return (
    <>
      <Group gap={6}>
        <Button
          size="xs"
          variant="default"
          aria-label={t('webhooks.changeLabel', { slug })}
          onClick={() => setDoing('change')}
        >
          {t('webhooks.change')}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => change.mutate({ id, version, input: { state: state === 'ACTIVE' ? 'PAUSED' : 'ACTIVE' } })}
        >
          {t(state === 'ACTIVE' ? 'webhooks.pause' : 'webhooks.resume')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setDoing('renew')}>
          {t('webhooks.renew')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setDoing('end')}>
          {t('webhooks.end')}
        </Button>
      </Group>
      {doing === 'change' && (
        <ChangeWebhookDialog slug={slug} url={webhook.url} events={webhook.events} onSave={save} onClose={close} />
      )}
      <ConfirmDialog
        opened={doing === 'renew'}
        onClose={close}
        title={t('webhooks.renewTitle', { slug })}
        confirm={t('webhooks.renew')}
        onConfirm={() => renew.mutateAsync({ id, version })}
      >
        {t('webhooks.renewWords')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={doing === 'end'}
        onClose={close}
        title={t('webhooks.endTitle', { slug })}
        confirm={t('webhooks.end')}
        danger
        onConfirm={() => save({ state: 'ENDED' })}
      >
        {t('webhooks.endWords')}
      </ConfirmDialog>
      {secret && (
        <SecretDialog
          title={t('webhooks.secretTitle')}
          words={t('webhooks.secretWords')}
          secret={secret}
          done={t('webhooks.secretDone')}
          onDone={() => setSecret(null)}
        />
      )}
    </>
  );
}
