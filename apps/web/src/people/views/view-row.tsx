import { Anchor, Button, Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOutside } from '../../app/is-outside';
import { useViewer } from '../../app/session';
import { useAct } from '../../app/use-act';
import {
  ChangeViewDocument,
  SessionDocument,
  SetDefaultViewDocument,
  RemoveViewDocument,
  SavedViewsDocument,
  type SavedViewFragment,
} from '../../generated/graphql';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { viewLink } from './view-link';
import classes from './views.module.css';

/** One view: leads there; who keeps it shares and removes it. */
export function ViewRow({ view }: { view: SavedViewFragment }) {
  const { t } = useTranslation();
  const [removing, setRemoving] = useState(false);
  const sharesViews = !isOutside(useViewer());
  const changes = [SavedViewsDocument];
  const change = useAct(ChangeViewDocument, { changes });
  const remove = useAct(RemoveViewDocument, { changes: [...changes, SessionDocument], done: t('views.removed') });
  const setDefault = useAct(SetDefaultViewDocument, { changes: [SavedViewsDocument, SessionDocument] });
  const { id, name, path, search, shared, viewerKeepsIt, isDefault, owner } = view;
  return (
    <li data-row className={classes.view}>
      <div className={classes.words}>
        <Anchor component={Link} {...(viewLink(view) as object)} fw={600}>
          {name}
        </Anchor>
        <span className={classes.address}>{path + decodeURIComponent(search)}</span>
      </div>
      <Switch
        size="xs"
        label={t('views.first')}
        checked={isDefault}
        disabled={setDefault.isPending}
        onChange={(event) => setDefault.mutate({ id, isDefault: event.currentTarget.checked })}
      />
      {viewerKeepsIt ? (
        <>
          {sharesViews && (
            <Switch
              size="xs"
              label={t('views.share')}
              checked={shared}
              disabled={change.isPending}
              onChange={(event) => change.mutate({ id, input: { shared: event.currentTarget.checked } })}
            />
          )}
          <Button size="xs" variant="default" onClick={() => setRemoving(true)}>
            {t('views.remove')}
          </Button>
        </>
      ) : (
        <span className="quiet">{t('views.of', { name: owner.name })}</span>
      )}
      <ConfirmDialog
        opened={removing}
        onClose={() => setRemoving(false)}
        title={t('views.removeTitle', { name })}
        confirm={t('views.remove')}
        danger
        onConfirm={() => remove.mutateAsync({ id })}
      >
        {t('views.removeWords')}
      </ConfirmDialog>
    </li>
  );
}
