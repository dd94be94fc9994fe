import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { DecideOrdersDocument, type DecideOrdersMutation } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import './approval-words';
import classes from './approval-stages.module.css';

type Row = { id: string; number: string };
type Props = {
  rows: readonly Row[];
  chosen: readonly Row[];
  onChoose: (ids: string[]) => void;
  onOutcome: (outcome: BulkOutcome) => void;
};

/** How many were decided, and why the others were not. */
export type BulkOutcome = { done: number; count: number; refused: string[] };

/** Decides on many orders at once; each that could not be decided says why. */
export function ApprovalBulk({ rows, chosen, onChoose, onOutcome }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'approve' | 'reject' | null>(null);
  const decide = useAct(DecideOrdersDocument, {
    onDone: ({ decideOrders }) => {
      onOutcome(outcomeOf(decideOrders.decided ?? []));
      onChoose([]);
    },
  });
  const ids = chosen.map(({ id }) => id);
  const count = chosen.length;
  return (
    <>
      <div className={classes.bulk}>
        <Checkbox
          label={t('approvals.chooseAll')}
          checked={count > 0 && count === rows.length}
          indeterminate={count > 0 && count < rows.length}
          onChange={(event) => onChoose(event.currentTarget.checked ? rows.map(({ id }) => id) : [])}
        />
        {count > 0 && (
          <>
            <span role="status">{t('approvals.chosen', { count })}</span>
            <Button size="xs" onClick={() => setAsking('approve')}>
              {t('approvals.approveAll')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsking('reject')}>
              {t('approvals.rejectAll')}
            </Button>
          </>
        )}
      </div>
      {asking && (
        <ConfirmDialog
          opened
          onClose={() => setAsking(null)}
          title={t(`approvals.${asking}AllTitle`, { count })}
          confirm={t(`approvals.${asking}All`)}
          danger={asking === 'reject'}
          withReason={asking === 'reject'}
          onConfirm={(reason) => decide.mutateAsync({ ids, approved: asking === 'approve', reason: reason || null })}
        >
          {t(`approvals.${asking}AllWords`)}
        </ConfirmDialog>
      )}
    </>
  );

  function outcomeOf(decided: NonNullable<DecideOrdersMutation['decideOrders']['decided']>): BulkOutcome {
    const refused = decided.flatMap(({ id, errors: [error] }) => {
      const number = rows.find((row) => row.id === id)?.number;
      return error ? [t('approvals.notDecided', { number, why: error.message })] : [];
    });
    return { done: decided.length - refused.length, count: decided.length, refused };
  }
}

/** What came of the last decision on many orders; it stays when they have left the list. */
export function BulkOutcomeWords({ outcome }: { outcome: BulkOutcome }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <p>{t('approvals.outcome', outcome)}</p>
      {outcome.refused.length > 0 && (
        <ul>
          {outcome.refused.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
