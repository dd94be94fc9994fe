import { useQuery } from '@tanstack/react-query';
import { query } from '../app/query';
import { OrdersDocument, type OrdersQueryVariables } from '../generated/graphql';
import { QueriedList } from '../ui/queried-list';
import { OrdersTable } from './orders-table';

type Props = {
  asked: OrdersQueryVariables;
  label: string;
  none: string;
  noneWords: string;
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
};

/** Orders to look back on, with who asked for them. */
export function OrderList({ asked, label, ...list }: Props) {
  const found = useQuery(query(OrdersDocument, { ...asked, first: 50, after: list.cursor }));
  return (
    <QueriedList query={found} pageOf={({ orders }) => orders} {...list}>
      {(rows, pager) => <OrdersTable orders={rows} label={label} withRequester footer={pager} />}
    </QueriedList>
  );
}
