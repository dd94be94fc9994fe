import { Menu } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypeCsv, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ExportButton, type ExportMenuProps } from './export-menu';

const formats = [
  ['csv', IconFileTypeCsv],
  ['xlsx', IconFileSpreadsheet],
] as const;

/** The menu itself, open from the first. */
export function ExportItems({ path, search, count, print }: ExportMenuProps) {
  const { t } = useTranslation();
  return (
    <Menu defaultOpened position="bottom-end" shadow="md" trapFocus>
      <Menu.Target>
        <ExportButton count={count} />
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(([format, Icon]) => (
          <Menu.Item
            key={format}
            component="a"
            href={`${path}.${format}${search}`}
            download
            leftSection={<Icon size={16} stroke={1.6} />}
          >
            {t(`ui.export.${format}`, { count })}
          </Menu.Item>
        ))}
        {print && (
          <Menu.Item component="a" href={print} target="_blank" leftSection={<IconPrinter size={16} stroke={1.6} />}>
            {t('ui.export.print')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
