import { Button, Group } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const route = getRouteApi('/shell/commitments/$service/$commitment');

/** Which error budget the page tells of: that of the period, or that of the last 30 days. Never both at once. */
export function WindowSwitch() {
  const { t } = useTranslation();
  const { window = 'fixed' } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (next: 'fixed' | 'rolling') =>
    void navigate({ search: (old) => ({ ...old, window: next === 'rolling' ? next : undefined }), resetScroll: false });
  return (
    <Group gap={4} role="group" aria-label={t('performance.window.label')}>
      {(['fixed', 'rolling'] as const).map((one) => (
        <Button
          key={one}
          size="compact-xs"
          variant={one === window ? 'light' : 'default'}
          aria-pressed={one === window}
          onClick={() => show(one)}
        >
          {t(`performance.window.${one}`)}
        </Button>
      ))}
    </Group>
  );
}
