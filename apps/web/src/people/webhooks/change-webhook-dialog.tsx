import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed } from '../../app/field-rules';
import { WebhookEventCodes, type WebhookEvent } from '../../generated/graphql';
import { FormDialog } from '../../ui/form-dialog';
import { TextField } from '../../ui/text-field';
import { EventField } from './event-field';

const schema = z.object({ url: needed, events: z.array(z.enum(WebhookEventCodes)) });

type Change = z.output<typeof schema>;
type Props = {
  slug: string;
  url: string;
  events: WebhookEvent[];
  onSave: (change: Change) => Promise<unknown>;
  onClose: () => void;
};

/** Another address, or other events. */
export function ChangeWebhookDialog({ slug, url, events, onSave, onClose }: Props) {
  const { t } = useTranslation();
  const form = useForm<z.input<typeof schema>, unknown, Change>({
    resolver: zodResolver(schema),
    defaultValues: { url, events },
  });
  return (
    <FormDialog
      title={t('webhooks.changeTitle', { slug })}
      form={form}
      submit={t('webhooks.change')}
      onSubmit={onSave}
      onClose={onClose}
    >
      <TextField name="url" label={t('webhooks.url')} description={t('webhooks.urlHint')} required />
      <EventField />
    </FormDialog>
  );
}
