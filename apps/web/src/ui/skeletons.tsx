import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDelayed } from './use-delayed';

/** Rows of the final size, shown after 200 ms. The room is taken at once, so nothing jumps. */
export function Skeletons({ rows = 6, height = 40 }: { rows?: number; height?: number }) {
  const { t } = useTranslation();
  const visible = useDelayed(true);
  return (
    <Stack gap={6} aria-busy aria-label={t('ui.loading')} role="status">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton
          key={row}
          height={height}
          radius="sm"
          visible={visible}
          style={{ opacity: visible ? 1 - row / (rows + 2) : 0 }}
        />
      ))}
    </Stack>
  );
}
