import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import type { ActionRowFragment } from '../generated/graphql';
import { DataTable } from '../ui/data-table';
import type { Column } from '../ui/data-table-types';
import { formatDay, formatInstant, formatPeriod } from '../ui/format-instant';
import { onDemand } from '../ui/on-demand';
import { ToneBadge } from '../ui/tone-badge';

const CompleteActionDialog = onDemand(() =>
  import('./complete-action-dialog').then((module) => module.CompleteActionDialog),
);

type Props = {
  label: string;
  actions: ActionRowFragment[];
  /** Where the list stands: what is plain there is not said again. */
  within?: 'review' | 'provider';
  footer?: ReactNode;
};

/** Who does what until when, what is late, and what came of it. */
export function ActionList({ label, actions, within, footer }: Props) {
  const { t } = useTranslation();
  const [completing, setCompleting] = useState<ActionRowFragment | null>(null);
  const columns: Column<ActionRowFragment>[] = [
    {
      id: 'what',
      header: t('governance.action.what'),
      primary: true,
      cell: ({ what, outcome }) => (
        <>
          {what}
          {outcome && <div className="quiet">“{outcome}”</div>}
        </>
      ),
    },
    { id: 'owner', header: t('governance.action.owner'), cell: ({ owner }) => owner.name },
    {
      id: 'due',
      header: t('governance.action.due'),
      cell: ({ due }) => <span className="one-line">{formatDay(due)}</span>,
    },
    ...(within === 'review'
      ? []
      : [
          {
            id: 'review',
            header: t('governance.review'),
            cell: ({ review, provider }: ActionRowFragment) =>
              review ? (
                <TextLink to="/reviews/$id" params={{ id: review.id }}>
                  {within === 'provider'
                    ? formatPeriod(review.period)
                    : `${provider.name}, ${formatPeriod(review.period)}`}
                </TextLink>
              ) : (
                provider.name
              ),
          },
        ]),
    {
      id: 'state',
      header: t('governance.stateHead'),
      cell: (action) => <ActionState action={action} />,
    },
    {
      id: 'act',
      header: t('governance.act'),
      align: 'end',
      cell: (action) =>
        action.viewerCanComplete && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('governance.action.completeOf', { what: action.what })}
            onClick={() => setCompleting(action)}
          >
            {t('governance.action.complete')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <DataTable label={label} rows={actions} rowId={({ id }) => id} serverSorted columns={columns} footer={footer} />
      {completing && <CompleteActionDialog action={completing} onClose={() => setCompleting(null)} />}
    </>
  );
}

function ActionState({ action: { doneAt, doneBy, overdue } }: { action: ActionRowFragment }) {
  const { t } = useTranslation();
  if (doneAt)
    return (
      <span title={doneBy?.name}>
        <ToneBadge tone="good">{t('governance.action.done')}</ToneBadge>{' '}
        <span className="quiet one-line">{formatInstant(doneAt, { style: 'date' })}</span>
      </span>
    );
  return overdue ? (
    <ToneBadge tone="bad">{t('governance.action.overdue')}</ToneBadge>
  ) : (
    <ToneBadge>{t('governance.action.open')}</ToneBadge>
  );
}
