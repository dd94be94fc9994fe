import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { UndoDecisionDocument } from '../generated/graphql';
import { RefusalPanel } from '../ui/refusal-panel';
import { Refused } from '../ui/refused';
import './approval-words';
import classes from './orders.module.css';

const SECONDS = 10;

/** Takes back what was decided a moment ago; offered for as long as the server takes it. */
export function UndoDecision({ orders }: { orders: { id: string; number: string }[] }) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  const undo = useAct(UndoDecisionDocument, { done: t('approvals.undone') });
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), SECONDS * 1000);
    return () => clearTimeout(timer);
  }, []);
  if (isOver && !undo.isError) return null;
  return (
    <div role="status">
      {orders.map(({ id, number }) => (
        <div key={id} className={classes.acts}>
          <span>{t('approvals.justDecided', { number })}</span>
          <Button size="xs" variant="default" loading={undo.isPending} onClick={() => undo.mutate({ id })}>
            {t('approvals.undo')}
          </Button>
        </div>
      ))}
      {undo.error instanceof Refused && <RefusalPanel refused={undo.error} />}
    </div>
  );
}
