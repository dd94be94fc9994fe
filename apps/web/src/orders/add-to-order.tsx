import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { useAct } from '../app/use-act';
import { AddToOrderDocument, OpenDraftsDocument, OrdersDocument } from '../generated/graphql';
import { ErrorPanel } from '../ui/error-panel';
import { RefusalPanel } from '../ui/refusal-panel';
import { Refused } from '../ui/refused';
import { payingUnit } from './paying-unit';
import './words';

type Props = { service: { slug: string; plans: readonly { id: string; endedAt: string | null }[] } };

/** Keeps a service in the draft of one's unit while one looks on; with several plans, the first until one chooses. */
export function AddToOrder({ service: { plans } }: Props) {
  const { t } = useTranslation();
  const unitId = payingUnit(useViewer());
  const plan = plans.find(({ endedAt }) => endedAt === null);
  const drafts = useQuery(query(OpenDraftsDocument, {}));
  const add = useAct(AddToOrderDocument, { changes: [OpenDraftsDocument, OrdersDocument] });
  const [draft] = drafts.data?.orders.edges ?? [];
  const added = add.data?.addToOrder.order ?? draft?.node;
  if (!plan) return null;
  return (
    <>
      {added && (
        <LinkButton to="/order" search={{ draft: added.id }} size="xs" variant="subtle">
          {t('orders.add.see', { number: added.number, count: added.items.length })}
        </LinkButton>
      )}
      <Button
        size="xs"
        variant="default"
        loading={add.isPending}
        onClick={() => add.mutate({ input: { items: [{ planId: plan.id }], unitId } })}
      >
        {t('orders.add.add')}
      </Button>
      {add.error &&
        (add.error instanceof Refused ? <RefusalPanel refused={add.error} /> : <ErrorPanel error={add.error} />)}
    </>
  );
}
