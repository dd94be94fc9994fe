import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../app/use-act';
import {
  DecideRetirementDocument,
  MigrateSubscribersDocument,
  TakeBackRetirementDocument,
} from '../../generated/graphql';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { formatDay } from '../../ui/format-instant';
import type { RetirementOnPage } from './retirement-page';

/** Decide, take back, move everybody: whatever the viewer may do now. */
export function RetirementActions({ retirement, name }: { retirement: RetirementOnPage; name: string }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<'decide' | 'takeBack' | 'migrate' | null>(null);
  const close = () => setDoing(null);
  const decide = useAct(DecideRetirementDocument, { done: t('retirement.decided'), onDone: close });
  const takeBack = useAct(TakeBackRetirementDocument, { done: t('retirement.takenBack'), onDone: close });
  const migrate = useAct(MigrateSubscribersDocument, { done: t('retirement.migrating'), onDone: close });
  const {
    id,
    state,
    left,
    endsOn,
    migration,
    paths,
    openMigrations,
    viewerCanDecide,
    viewerCanTakeBack,
    viewerCanMigrate,
  } = retirement;
  const leads = paths.some(({ successor }) => successor);
  const isUnderWay = Boolean(migration && !migration.finishedAt);
  const back = state === 'PROPOSED' ? 'withdraw' : 'undo';
  return (
    <>
      {viewerCanDecide && (
        <Button size="xs" onClick={() => setDoing('decide')}>
          {t('retirement.decide')}
        </Button>
      )}
      {viewerCanMigrate && leads && left > 0 && (
        <Button size="xs" disabled={isUnderWay} onClick={() => setDoing('migrate')}>
          {t('retirement.migrate')}
        </Button>
      )}
      {viewerCanTakeBack && (
        <Button size="xs" variant="default" onClick={() => setDoing('takeBack')}>
          {t(`retirement.${back}`)}
        </Button>
      )}
      <ConfirmDialog
        opened={doing === 'decide'}
        onClose={close}
        title={t('retirement.decideTitle', { name })}
        confirm={t('retirement.decide')}
        onConfirm={() => decide.mutateAsync({ id })}
      >
        {t('retirement.decideWords', { count: left, day: formatDay(endsOn) })}
      </ConfirmDialog>
      <ConfirmDialog
        opened={doing === 'migrate'}
        onClose={close}
        title={t('retirement.migrateTitle', { count: left })}
        confirm={t('retirement.migrate')}
        onConfirm={() => migrate.mutateAsync({ id })}
      >
        {t('retirement.migrateWords')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={doing === 'takeBack'}
        onClose={close}
        title={t(`retirement.${back}Title`, { name })}
        confirm={t(`retirement.${back}`)}
        withReason
        onConfirm={(reason) => takeBack.mutateAsync({ id, reason })}
      >
        {t(`retirement.${back}Words`)} {openMigrations > 0 && t('retirement.undoOrders', { count: openMigrations })}
      </ConfirmDialog>
    </>
  );
}
