import { Button, Code, Text } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './error-panel.module.css';

type Props = {
  error: Error & { kind?: string; correlationId?: string };
  onRetry?: () => void;
  title?: string;
  untitled?: boolean;
};

/** One part of the page failed; the rest is alive. Says what to do, and by which id the server's log knows the fault. */
export function ErrorPanel({ error, onRetry, title, untitled }: Props) {
  const { t, i18n } = useTranslation();
  const kind = error.kind && i18n.exists(`ui.error.${error.kind}`) ? error.kind : 'FAULT';
  return (
    <div role="alert" className={classes.panel}>
      <IconAlertTriangle size={20} stroke={1.7} className={classes.icon} aria-hidden />
      <div>
        {!untitled && <Text fw={600}>{title ?? t('ui.error.title')}</Text>}
        <Text size="sm">{t(`ui.error.${kind as 'FAULT'}`)}</Text>
        {error.correlationId && (
          <Text size="xs" className="quiet" mt={6}>
            {t('ui.error.correlation')} <Code>{error.correlationId}</Code>
          </Text>
        )}
      </div>
      {onRetry && (
        <Button size="xs" variant="default" leftSection={<IconRefresh size={14} />} onClick={onRetry}>
          {t('ui.error.retry')}
        </Button>
      )}
    </div>
  );
}
