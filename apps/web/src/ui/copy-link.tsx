import { Button } from '@mantine/core';
import { IconCheck, IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from './announce';
import { shownZone } from './shown-zone';

/** Copies the address of what is seen, with the zone of its times. `address` writes out what the URL leaves to defaults. */
export function CopyLink({ address }: { address?: () => string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const link = new URL(address?.() ?? window.location.href, window.location.origin);
    link.searchParams.set('tz', shownZone());
    link.search = link.search.replaceAll('%2F', '/'); // Allowed there, and read more easily.
    await navigator.clipboard.writeText(link.href);
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
