import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed, slug } from '../../app/field-rules';
import { useAct } from '../../app/use-act';
import { AddWebhookDocument, WebhookEventCodes, WebhooksDocument } from '../../generated/graphql';
import { FormDialog } from '../../ui/form-dialog';
import { SecretDialog } from '../../ui/secret-dialog';
import { TextField } from '../../ui/text-field';
import { EventField } from './event-field';

const schema = z.object({ slug, url: needed, events: z.array(z.enum(WebhookEventCodes)) });

/** Asks where and what, then shows the secret this once. */
export function AddWebhookDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState<string | null>(null);
  const add = useAct(AddWebhookDocument, {
    changes: [WebhooksDocument],
    onDone: ({ addWebhook }) => setSecret(addWebhook.secret ?? null),
  });
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { slug: '', url: '', events: [] },
  });
  if (secret) {
    return (
      <SecretDialog
        title={t('webhooks.secretTitle')}
        words={t('webhooks.secretWords')}
        secret={secret}
        done={t('webhooks.secretDone')}
        onDone={onClose}
      />
    );
  }
  return (
    <FormDialog
      title={t('webhooks.add')}
      form={form}
      submit={t('webhooks.add')}
      onSubmit={(input) => add.mutateAsync({ input })}
      onClose={onClose}
    >
      <TextField name="slug" label={t('webhooks.slug')} description={t('webhooks.slugHint')} required />
      <TextField name="url" label={t('webhooks.url')} description={t('webhooks.urlHint')} required />
      <EventField />
    </FormDialog>
  );
}
