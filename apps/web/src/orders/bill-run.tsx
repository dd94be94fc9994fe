import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import {
  CloseChargeRunDocument,
  OpenChargeRunDocument,
  ProposeChargeRunDocument,
  ReckonChargeRunDocument,
  ReopenChargeRunDocument,
  type BillRunFragment,
} from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { formatInstant } from '../ui/format-instant';
import { Panel } from '../ui/panel';

type Move = 'begin' | 'reckon' | 'propose' | 'close' | 'reopen';

/** The BT office reckons a month, proposes to close it, and closes what somebody else proposed. */
export function BillRun({ month, run }: { month: string; run: BillRunFragment | null }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Move>('begin');
  const [open, setOpen] = useState(false);
  const done = t(`bill.run.done.${asked}`);
  const begin = useAct(OpenChargeRunDocument, { done });
  const reckon = useAct(ReckonChargeRunDocument, { done });
  const propose = useAct(ProposeChargeRunDocument, { done });
  const reopen = useAct(ReopenChargeRunDocument, { done });
  const shut = useAct(CloseChargeRunDocument, { done });
  if (run?.state === 'CLOSED') return null;

  const moves: Move[] = run
    ? [
        ...(run.viewerCanReckon ? (['reckon', 'propose'] as const) : []),
        ...(run.viewerCanClose ? (['close'] as const) : []),
        ...(run.state === 'PROPOSED' ? (['reopen'] as const) : []),
      ]
    : ['begin'];
  const act = (reason: string): Promise<unknown> => {
    if (!run) return begin.mutateAsync({ month });
    const { id, version } = run;
    if (asked === 'reckon') return reckon.mutateAsync({ id });
    if (asked === 'propose') return propose.mutateAsync({ id, version });
    if (asked === 'close') return shut.mutateAsync({ id, version });
    return reopen.mutateAsync({ id, reason });
  };
  return (
    <Panel
      title={t('bill.run.title')}
      actions={moves.map((move) => (
        <Button
          key={move}
          size="xs"
          variant={move === 'close' ? 'filled' : 'default'}
          onClick={() => {
            setAsked(move);
            setOpen(true);
          }}
        >
          {t(`bill.run.${move}`)}
        </Button>
      ))}
    >
      {!run && t('bill.run.none')}
      {run?.state === 'OPEN' && t('bill.run.open', { at: formatInstant(run.reckonedAt) })}
      {run?.state === 'PROPOSED' && t('bill.run.proposed', { name: run.proposedBy?.name })}
      <ConfirmDialog
        opened={open}
        onClose={() => setOpen(false)}
        title={t(`bill.run.${asked}`)}
        confirm={t(`bill.run.${asked}`)}
        withReason={asked === 'reopen'}
        onConfirm={act}
      >
        {t(`bill.run.${asked}Words`)}
      </ConfirmDialog>
    </Panel>
  );
}
