import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onDemand } from './on-demand';

const ExportItems = onDemand(() => import('./export-items').then((module) => module.ExportItems));

export type ExportMenuProps = {
  /** Where the server makes the file, without its ending. */
  path: string;
  /** What follows the `?`: the parameters of the screen. */
  search: string;
  /** Rows that the file will hold. */
  count: number;
  /** The same as a sheet to print. */
  print?: string;
};

/** The rows of the screen as a file; the key `e` opens it. */
export function ExportMenu(props: ExportMenuProps) {
  const [used, setUsed] = useState(false);
  if (used) return <ExportItems {...props} />;
  return <ExportButton count={props.count} onClick={() => setUsed(true)} />;
}

export function ExportButton({ count, ...button }: { count: number; onClick?: () => void }) {
  const { t } = useTranslation();
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconDownload size={14} />}
      data-exports
      aria-haspopup="menu"
      {...button}
    >
      {t('ui.export.open', { count })}
    </Button>
  );
}
