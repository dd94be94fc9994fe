import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../ui/format-instant';
import './words';

const route = getRouteApi('/shell/commitments/$service/$commitment');

/** The days of the address that a list or picture keeps to, and the way back to the whole period. */
export function OnlyDays() {
  const { t } = useTranslation();
  const { since, until } = route.useSearch();
  const navigate = route.useNavigate();
  if (!since && !until) return null;
  const days = {
    from: since ? formatDay(since) : t('measured.days.begin'),
    to: until ? formatDay(until) : t('measured.days.end'),
  };
  return (
    <Button
      size="compact-xs"
      variant="light"
      rightSection={<IconX size={14} aria-hidden />}
      aria-label={t('measured.days.showAll', days)}
      onClick={() =>
        void navigate({
          search: (old) => ({ ...old, since: undefined, until: undefined, cursor: undefined }),
          resetScroll: false,
        })
      }
    >
      {t('measured.days.only', days)}
    </Button>
  );
}
