import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = {
  month: string;
  /** What the page shows. */
  search: { unit?: string; group?: string; of?: string };
  count: number;
};

/** The lines that the page shows, as files. */
export function BillFiles({ month, search, count }: Props) {
  const { t } = useTranslation();
  const asked = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== undefined)).toString();
  return (
    <Group gap="xs">
      {(['csv', 'xlsx'] as const).map((kind) => (
        <Button
          key={kind}
          component="a"
          href={`/export/bill/${month}.${kind}${asked && `?${asked}`}`}
          download
          size="xs"
          variant="default"
        >
          {t(`bill.file.${kind}`, { count })}
        </Button>
      ))}
    </Group>
  );
}
