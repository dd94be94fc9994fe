import { useTranslation } from 'react-i18next';
import { WebhookEventCodes } from '../../generated/graphql';
import { codeWord } from '../../i18n/code-word';
import { SelectField } from '../../ui/select-field';

/** What a webhook is told of. */
export function EventField() {
  const { t } = useTranslation();
  return (
    <SelectField
      name="events"
      label={t('webhooks.events')}
      description={t('webhooks.eventsHint')}
      options={WebhookEventCodes.map((value) => ({ value, label: codeWord('webhooks.eventName', value) }))}
      multiple
    />
  );
}
