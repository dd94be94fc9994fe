import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const route = getRouteApi('/shell/commitments/$service/$commitment');

/** Which error budget the page tells of: that of the period, or that of the last 30 days. Never both at once. */
export function WindowSwitch() {
  const { t } = useTranslation();
  const { window = 'fixed' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('performance.window.label')}
      value={window}
      data={[
        { value: 'fixed', label: t('performance.window.fixed') },
        { value: 'rolling', label: t('performance.window.rolling') },
      ]}
      onChange={(next) =>
        void navigate({
          search: (old) => ({ ...old, window: next === 'rolling' ? ('rolling' as const) : undefined }),
          resetScroll: false,
        })
      }
    />
  );
}
