import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../app/use-act';
import {
  ChangePullDocument,
  SourceDocument,
  SourcesDocument,
  type ChangePullInput,
  type PullOfSourceFragment,
} from '../../generated/graphql';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { onDemand } from '../../ui/on-demand';

const ChangePullDialog = onDemand(() => import('./change-pull-dialog').then((module) => module.ChangePullDialog));

/** Change, pause or resume, end. */
export function PullActions({ pull }: { pull: PullOfSourceFragment }) {
  const { t } = useTranslation();
  const { id, version, series, state, viewerCanChange } = pull;
  const [doing, setDoing] = useState<'change' | 'end' | null>(null);
  const close = () => setDoing(null);
  const change = useAct(ChangePullDocument, {
    changes: [SourceDocument, SourcesDocument],
    done: t('sources.changed'),
    onDone: close,
  });
  const save = (input: ChangePullInput) => change.mutateAsync({ id, version, input });
  if (!viewerCanChange) return null;
  return (
    <>
      <Group gap={6}>
        <Button
          size="xs"
          variant="default"
          aria-label={t('sources.changeLabel', { series })}
          onClick={() => setDoing('change')}
        >
          {t('sources.change')}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={change.isPending}
          onClick={() => change.mutate({ id, version, input: { state: state === 'ACTIVE' ? 'PAUSED' : 'ACTIVE' } })}
        >
          {t(state === 'ACTIVE' ? 'sources.pause' : 'sources.resume')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setDoing('end')}>
          {t('sources.end')}
        </Button>
      </Group>
      {doing === 'change' && <ChangePullDialog pull={pull} onSave={save} onClose={close} />}
      <ConfirmDialog
        opened={doing === 'end'}
        onClose={close}
        title={t('sources.endTitle', { series })}
        confirm={t('sources.end')}
        danger
        onConfirm={() => save({ state: 'ENDED' })}
      >
        {t('sources.endWords')}
      </ConfirmDialog>
    </>
  );
}
