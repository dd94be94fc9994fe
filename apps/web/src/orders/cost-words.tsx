import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import { useViewer } from '../app/session';
import type { OrderCostWordsFragment } from '../generated/graphql';
import { formatMoney } from '../ui/format-money';
import { KeyValueList, type KeyValue } from '../ui/key-value-list';

type Props = {
  /** null = it is not known yet. */
  cost: (OrderCostWordsFragment & { budget?: { id: string; name: string } | null }) | null;
  totalLabel: string;
  /** What else there is to say of the money. */
  more?: KeyValue[];
  columns?: 2 | 3;
};

/** Now, per month, per year, and what is taken from which budget. */
export function CostWords({ cost, totalLabel, more = [], columns = 2 }: Props) {
  const { t } = useTranslation();
  const { viewerCanSeeBudgets } = useViewer();
  if (cost === null) return <KeyValueList columns={columns} items={more} />;
  const { oneOff, monthly, yearly, total, budget } = cost;
  const ofBudget = budget && (
    <>
      {' '}
      <small className="quiet">
        {viewerCanSeeBudgets ? (
          <TextLink to="/budgets/$id" params={{ id: budget.id }} inherit underline="always">
            {t('orders.cost.ofBudget', { name: budget.name })}
          </TextLink>
        ) : (
          t('orders.cost.ofBudget', { name: budget.name })
        )}
      </small>
    </>
  );
  return (
    <KeyValueList
      columns={columns}
      items={[
        { label: t('orders.cost.once'), value: <Figure>{formatMoney(oneOff)}</Figure> },
        { label: t('orders.cost.monthly'), value: <Figure>{formatMoney(monthly)}</Figure> },
        { label: t('orders.cost.yearly'), value: <Figure>{formatMoney(yearly)}</Figure> },
        {
          label: totalLabel,
          value: (
            <>
              <Figure>{formatMoney(total)}</Figure>
              {ofBudget}
            </>
          ),
        },
        ...more,
      ]}
    />
  );
}

function Figure({ children }: { children: string }) {
  return <strong className="figures one-line">{children}</strong>;
}
