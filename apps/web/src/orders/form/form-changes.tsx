import { Alert, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What of the form has changed since one began to fill it in. */
export function FormChanges({ sentences }: { sentences: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {sentences.length > 0 && (
        <Alert color="yellow" title={t('orders.form.changed')}>
          <List size="sm">
            {sentences.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </div>
  );
}
