import { ActionIcon, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { phrase } from '../../i18n/phrase';
import { Choice } from '../../ui/choice';
import { formatPeriod } from '../../ui/format-instant';
import { addMonths } from '../../ui/month';

type Props = {
  /** The newest month shown. */
  last: string;
  /** Undefined = the newest with results. */
  until: string | undefined;
  onChange: (until: string | undefined) => void;
};

/** Which twelve months are shown, by the last of them. */
export function PeriodEnd({ last, until, onChange }: Props) {
  const { t } = useTranslation();
  const [from, to] = [addMonths(last, -35), until ? addMonths(last, 6) : last];
  const months = [];
  for (let month = to; month >= from; month = addMonths(month, -1)) months.push(month);
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="default"
        size={30}
        aria-label={t('performance.commitments.earlier')}
        onClick={() => onChange(addMonths(last, -3))}
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
        onChange={(month) => onChange(month ?? undefined)}
      />
      <ActionIcon
        variant="default"
        size={30}
        aria-label={t('performance.commitments.later')}
        disabled={!until}
        onClick={() => onChange(addMonths(last, 3))}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </Group>
  );
}
