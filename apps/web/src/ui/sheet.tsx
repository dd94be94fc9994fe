import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './sheet.module.css';
import { useLightScheme } from './use-light-scheme';

type Props = {
  /** At the foot of every sheet, beside which page of how many it is. */
  foot?: string;
  landscape?: boolean;
  /** Above the sheet, on the screen only: the way back, and what the reader must know before printing. */
  tools?: ReactNode;
  children: ReactNode;
};

/** A page as it stands on paper, without the frame of the program. */
export function Sheet({ foot, landscape, tools, children }: Props) {
  const { t } = useTranslation();
  useLightScheme();
  return (
    <main className={classes.sheet} data-landscape={landscape || undefined}>
      <style>{`@page { size: a4 ${landscape ? 'landscape' : 'portrait'}; ${foot ? `@bottom-left { content: ${JSON.stringify(foot).replaceAll('<', '\\3c ')} }` : ''} }`}</style>
      <div className={classes.tools}>
        <Group justify="space-between">
          <Group gap="xs">{tools}</Group>
          <Button size="xs" leftSection={<IconPrinter size={15} />} onClick={() => window.print()}>
            {t('ui.sheet.print')}
          </Button>
        </Group>
      </div>
      {children}
    </main>
  );
}
