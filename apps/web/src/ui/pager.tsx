import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from './format-number';

type Props = {
  shown: number;
  total: number;
  /** Leads to the rows after `endCursor`; no next page without it. */
  onNext?: () => void;
  /** Leads back to the first rows; not offered there. */
  onFirst?: () => void;
};

/** The ends of a cursor-paged list. The cursor stands in the URL, so the browser's back button is "previous". */
export function Pager({ shown, total, onNext, onFirst }: Props) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" gap="sm">
      <Text size="sm" className="quiet figures">
        {t('ui.pager.shown', { count: total, shown: formatNumber(shown), total: formatNumber(total) })}
      </Text>
      <Group gap="xs">
        {onFirst && (
          <Button size="xs" variant="default" onClick={onFirst}>
            {t('ui.pager.first')}
          </Button>
        )}
        {onNext && (
          <Button size="xs" variant="default" onClick={onNext}>
            {t('ui.pager.next')}
          </Button>
        )}
      </Group>
    </Group>
  );
}
