import { Button } from '@mantine/core';
import { IconCheck, IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from './announce';

/** Copies the address of what is seen. `address` writes out what the URL leaves to defaults: absolute dates, the zone. */
export function CopyLink({ address }: { address?: () => string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(address?.() ?? window.location.href, window.location.origin).href);
    setCopied(true);
    announce(t('ui.copied'));
    window.setTimeout(() => setCopied(false), 2000);
  };
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={copied ? <IconCheck size={14} /> : <IconLink size={14} />}
      onClick={() => void copy()}
    >
      {copied ? t('ui.copied') : t('ui.copyLink')}
    </Button>
  );
}
