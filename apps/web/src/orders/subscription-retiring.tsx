import { Button, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import { useAct } from '../app/use-act';
import { RetiringWords } from '../catalog/retiring-words';
import { DraftMigrationDocument, OrdersDocument, type RetiringWordsFragment } from '../generated/graphql';
import { RefusalPanel } from '../ui/refusal-panel';
import { Refused } from '../ui/refused';

type Props = { id: string; retiring: RetiringWordsFragment };

/** Until when a subscription serves, with one click to the order of what takes its place. */
export function SubscriptionRetiring({ id, retiring }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { viewerCanOrder } = useViewer();
  const draft = useAct(DraftMigrationDocument, {
    changes: [OrdersDocument],
    onDone: ({ draftMigration }) => navigate({ to: '/order', search: { draft: draftMigration.order!.id } }),
  });
  const { successor } = retiring;
  return (
    <div>
      <RetiringWords retiring={retiring} />
      {successor && viewerCanOrder && (
        <Group mt={4}>
          <Button size="xs" loading={draft.isPending} onClick={() => draft.mutate({ subscriptionId: id })}>
            {t('catalog.retiring.move', { name: successor.name })}
          </Button>
        </Group>
      )}
      {draft.error instanceof Refused && <RefusalPanel refused={draft.error} />}
    </div>
  );
}
