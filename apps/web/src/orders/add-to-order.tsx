import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { useAct } from '../app/use-act';
import { AddToOrderDocument, OpenDraftsDocument, OrdersDocument, type PlanPricesFragment } from '../generated/graphql';
import { priceWords } from '../catalog/price-words';
import { ErrorPanel } from '../ui/error-panel';
import { RefusalPanel } from '../ui/refusal-panel';
import { Refused } from '../ui/refused';
import { payingUnit } from './paying-unit';
import './words';

type Props = { service: { plans: readonly (PlanPricesFragment & { endedAt: string | null })[] } };

/** Keeps a service in the draft of one's unit while one looks on; with several plans one says which. */
export function AddToOrder({ service: { plans } }: Props) {
  const { t } = useTranslation();
  const unitId = payingUnit(useViewer());
  const offered = plans.filter(({ endedAt }) => endedAt === null);
  const drafts = useQuery(query(OpenDraftsDocument, {}));
  const add = useAct(AddToOrderDocument, { changes: [OpenDraftsDocument, OrdersDocument] });
  const [draft] = drafts.data?.orders.edges ?? [];
  const added = add.data?.addToOrder.order ?? draft?.node;
  const [first] = offered;
  if (!first) return null;
  const put = (planId: string) => add.mutate({ input: { items: [{ planId }], unitId } });
  return (
    <>
      {added && (
        <LinkButton to="/order" search={{ draft: added.id }} size="xs" variant="subtle">
          {t('orders.add.see', { number: added.number, count: added.items.length })}
        </LinkButton>
      )}
      {offered.length === 1 ? (
        <Button size="xs" variant="default" loading={add.isPending} onClick={() => put(first.id)}>
          {t('orders.add.add')}
        </Button>
      ) : (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button size="xs" variant="default" loading={add.isPending} rightSection={<IconChevronDown size={14} />}>
              {t('orders.add.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t('orders.add.which')}</Menu.Label>
            {offered.map(({ id, name, prices, currency }) => (
              <Menu.Item key={id} onClick={() => put(id)}>
                {name}
                <div className="quiet">
                  {prices.map((price) => priceWords(price, currency)).join(' · ') || t('catalog.price.free')}
                </div>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {add.error &&
        (add.error instanceof Refused ? <RefusalPanel refused={add.error} /> : <ErrorPanel error={add.error} />)}
    </>
  );
}
