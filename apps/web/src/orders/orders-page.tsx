import { Button, Group } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import {
  BusinessUnitsDocument,
  OrderKindCodes,
  OrdersDocument,
  OrderStateCodes,
  type OrderState,
} from '../generated/graphql';
import { unitTree } from '../people/unit-tree';
import { Choice } from '../ui/choice';
import { EmptyState } from '../ui/empty-state';
import { formatDay } from '../ui/format-instant';
import { Listing } from '../ui/listing';
import { Loaded } from '../ui/loaded';
import { PageHeader } from '../ui/page-header';
import { SearchBox } from '../ui/search-box';
import { OrdersTable } from './orders-table';
import './words';

const route = getRouteApi('/shell/orders');

/** Where is it, who has it, and when is it done? */
export function OrdersPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  // Who orders nothing looks at what others do.
  const usual = useViewer().viewerCanOrder ? 'mine' : 'all';
  const { scope = usual, status, kind, unit, service, since, until, q, cursor } = search;
  const navigate = route.useNavigate();
  const mine = scope === 'mine';
  const narrowed = { states: status, kinds: kind ? [kind] : undefined, unitId: unit, search: q };
  const delivered = service ? { serviceId: service, from: since, to: until } : undefined;
  const asked = { scope: mine ? 'MINE' : 'ALL', ...narrowed, delivered, first: 50, after: cursor } as const;
  const units = useQuery(query(BusinessUnitsDocument, {})).data?.businessUnits ?? [];
  const unitName = units.find(({ id }) => id === unit)?.name;
  const found = useQuery(query(OrdersDocument, asked));
  const change = (next: Partial<typeof search>, replace = false) =>
    void navigate({ search: (old) => ({ ...old, cursor: undefined, ...next }), replace });
  const whenDelivered = service && t('orders.list.delivered', { from: dayOr(since), to: dayOr(until) });
  const everyTime = { service: undefined, since: undefined, until: undefined };
  const stateWord = (state: OrderState) => t(`orders.state.${state}`);
  const counts = found.data?.orders.facets.find(({ name }) => name === 'state')?.values ?? [];
  const states = OrderStateCodes.flatMap((value) => {
    const count = counts.find((facet) => facet.value === value)?.count ?? 0;
    return count > 0 || status?.includes(value) ? [{ value, label: `${stateWord(value)} (${count})` }] : [];
  });

  return (
    <>
      <PageHeader title={t('app.nav.orders')} subtitle={t('orders.list.subtitle')} />
      <Group mb="md" align="flex-end">
        <SearchBox
          label={t('orders.list.search')}
          value={q ?? ''}
          onChange={(text, commit) => change({ q: text || undefined }, !commit)}
        />
        <Choice
          label={t('orders.list.scope')}
          quiet
          data={(['mine', 'all'] as const).map((value) => ({ value, label: t(`orders.list.${value}`) }))}
          value={scope}
          onChange={(chosen) =>
            change({ scope: chosen === usual ? undefined : (chosen ?? undefined), unit: undefined })
          }
        />
        <Choice
          label={t('orders.status')}
          quiet
          data={states}
          none={t('orders.list.everyStatus')}
          value={status?.[0] ?? null}
          onChange={(chosen) => change({ status: chosen ? [chosen] : undefined })}
        />
        <Choice
          label={t('orders.list.kind')}
          quiet
          data={OrderKindCodes.map((value) => ({ value, label: t(`orders.kind.${value}`) }))}
          none={t('orders.list.everyKind')}
          value={kind ?? null}
          onChange={(chosen) => change({ kind: chosen ?? undefined })}
        />
        {!mine && (
          <Choice
            label={t('orders.list.unit')}
            quiet
            data={unitTree(units).map(({ unit: one, depth }) => ({
              value: one.id,
              label: `${'\u2003'.repeat(depth)}${one.name}`,
            }))}
            none={t('orders.list.everyUnit')}
            value={unit ?? null}
            onChange={(chosen) => change({ unit: chosen ?? undefined })}
          />
        )}
        {whenDelivered && (
          <Button
            size="compact-sm"
            variant="light"
            rightSection={<IconX size={14} aria-hidden />}
            aria-label={t('orders.list.showAll', { filter: whenDelivered })}
            onClick={() => change(everyTime)}
          >
            {whenDelivered}
          </Button>
        )}
      </Group>
      <Loaded query={found}>
        {({ orders }) => (
          <Listing
            page={orders}
            cursor={cursor}
            onPage={(next) => change({ cursor: next })}
            filters={[
              ...(q ? [`“${q}”`] : []),
              ...(status ?? []).map(stateWord),
              ...(kind ? [t(`orders.kind.${kind}`)] : []),
              ...(unit ? [unitName ?? t('orders.list.unit')] : []),
              ...(whenDelivered ? [whenDelivered] : []),
            ]}
            onClear={() => change({ q: undefined, status: undefined, kind: undefined, unit: undefined, ...everyTime })}
            none={
              <EmptyState
                kind="nothingYet"
                title={t('orders.list.none')}
                action={<LinkButton to="/catalog">{t('orders.list.toCatalog')}</LinkButton>}
              >
                {t('orders.list.noneWords')}
              </EmptyState>
            }
          >
            {(rows, pager) => (
              <OrdersTable orders={rows} label={t('app.nav.orders')} withRequester={!mine} footer={pager} />
            )}
          </Listing>
        )}
      </Loaded>
    </>
  );
}

const dayOr = (day: string | undefined): string => (day ? formatDay(day) : '…');
