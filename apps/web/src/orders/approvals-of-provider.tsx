import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { useAct } from '../app/use-act';
import {
  DecideForProviderDocument,
  ProviderApprovalsDocument,
  type ProviderApprovalsQuery,
} from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { Instant } from '../ui/instant';
import { Loaded } from '../ui/loaded';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import './approval-words';
import './words';
import classes from './orders.module.css';
import { limitWords } from './what-words';

type Approval = ProviderApprovalsQuery['providerApprovals'][number];

/** Can we deliver it? What a provider is asked, and no more than that. */
export function ApprovalsOfProvider() {
  const { t } = useTranslation();
  const asked = useQuery(query(ProviderApprovalsDocument, {}));
  return (
    <>
      <PageHeader title={t('approvals.provider.title')} subtitle={t('approvals.provider.subtitle')} />
      <Loaded query={asked}>
        {({ providerApprovals }) =>
          providerApprovals.length === 0 ? (
            <EmptyState kind="nothingYet" title={t('approvals.provider.none')}>
              {t('approvals.provider.noneWords')}
            </EmptyState>
          ) : (
            <ul className={classes.cards}>
              {providerApprovals.map((approval) => (
                <li key={approval.id}>
                  <Card approval={approval} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

function Card({ approval: { id, number, stage, since, items } }: { approval: Approval }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'approve' | 'reject' | null>(null);
  const done = asking === 'reject' ? 'approvals.provider.rejected' : 'approvals.provider.approved';
  const decide = useAct(DecideForProviderDocument, { done: t(done, { number }), onDone: () => setAsking(null) });
  return (
    <Panel
      title={`${number}: ${stage}`}
      description={
        <>
          {t('orders.since')} <Instant at={since} style="date" />
        </>
      }
    >
      <ul>
        {items.map((item) => (
          <li key={`${item.service} ${item.plan}`}>
            {[t('approvals.provider.line', item), ...item.limits.map(limitWords)].join(', ')}
          </li>
        ))}
      </ul>
      <div className={classes.acts}>
        <Button size="xs" onClick={() => setAsking('approve')}>
          {t('approvals.approveAll')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setAsking('reject')}>
          {t('approvals.rejectAll')}
        </Button>
      </div>
      {asking && (
        <ConfirmDialog
          opened
          onClose={() => setAsking(null)}
          title={t(`approvals.provider.${asking}Title`, { number })}
          confirm={t(`approvals.${asking}All`)}
          danger={asking === 'reject'}
          withReason={asking === 'reject'}
          onConfirm={(reason) => decide.mutateAsync({ id, approved: asking === 'approve', reason: reason || null })}
        >
          {t(`approvals.provider.${asking}Words`)}
        </ConfirmDialog>
      )}
    </Panel>
  );
}
