import { ActionIcon, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { phrase } from '../../i18n/phrase';
import { Choice } from '../../ui/choice';
import { formatPeriod } from '../../ui/format-instant';
import { addMonths } from '../../ui/month';
import { useChangeFilters, useFilter } from './use-commitment-filters';

/**
 * Which twelve months are shown, by the last of them.
 *
 * @param last The newest month shown.
 */
export const PeriodEnd = memo(function PeriodEnd({ last }: { last: string }) {
  const { t } = useTranslation();
  const until = useFilter('until');
  const change = useChangeFilters();
  const [from, to] = [addMonths(last, -35), until ? addMonths(last, 6) : last];
  const months = [];
  for (let month = to; month >= from; month = addMonths(month, -1)) months.push(month);
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="default"
        size={30}
        aria-label={t('performance.commitments.earlier')}
        onClick={() => change({ until: addMonths(last, -3) })}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <Choice
        quiet
        size="xs"
        width={150}
        label={t('performance.commitments.until')}
        value={until ?? null}
        none={t('performance.commitments.newest')}
        data={months.map((month) => ({
          value: month,
          label: phrase('performance.commitments.to', { month: formatPeriod(month) }),
        }))}
        onChange={(month) => change({ until: month ?? undefined })}
      />
      <ActionIcon
        variant="default"
        size={30}
        aria-label={t('performance.commitments.later')}
        disabled={!until}
        onClick={() => change({ until: addMonths(last, 3) })}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </Group>
  );
});
