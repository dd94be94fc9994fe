import { ActionIcon } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import './choosing-words';

type Props = { name: string; marked: boolean; waiting: boolean; onMark: (marked: boolean) => void };

/** Marks something, to find it again; nobody else sees it. */
export function Star({ name, marked, waiting, onMark }: Props) {
  const { t } = useTranslation();
  const Icon = marked ? IconStarFilled : IconStar;
  return (
    <ActionIcon
      variant="subtle"
      size="md"
      color={marked ? 'yellow' : 'gray'}
      aria-label={t(marked ? 'choosing.unmark' : 'choosing.mark', { name })}
      aria-pressed={marked}
      disabled={waiting}
      onClick={() => onMark(!marked)}
    >
      <Icon size={18} stroke={1.7} aria-hidden />
    </ActionIcon>
  );
}
