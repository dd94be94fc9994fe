import { Anchor } from '@mantine/core';
import { IconWorld } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ownZone } from '../../ui/shown-zone';
import { useLinkedZone } from '../use-linked-zone';
import classes from './zone-note.module.css';

/** Says so where times are those of the link that was opened and not the reader's own, and leads back to these. */
export function ZoneNote() {
  const { t } = useTranslation();
  const tz = useLinkedZone();
  if (!tz || tz === ownZone()) return null;
  return (
    <p className={classes.note} role="note">
      <IconWorld size={16} stroke={1.6} aria-hidden />
      <span>
        {t('app.linkedZone', { zone: tz })}{' '}
        <Anchor
          component={Link}
          inherit
          underline="always"
          {...({ to: '.', search: (old: object) => ({ ...old, tz: undefined }) } as object)}
        >
          {t('app.ownZone', { zone: ownZone() })}
        </Anchor>
      </span>
    </p>
  );
}
