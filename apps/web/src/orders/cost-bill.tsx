import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onDemand } from '../ui/on-demand';
import type { CostBillProps } from './cost-bill-table';
import classes from './orders.module.css';

const CostBillTable = onDemand(() => import('./cost-bill-table').then((module) => module.CostBillTable));

/** How the reserved amount came about, for who asks; nothing where nothing is priced. */
export function CostBill(props: CostBillProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { cost, of } = props;
  if (cost.explanation.every(({ rule }) => rule === 'order.total')) return null;
  return (
    <details className={classes.bill} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{of ? t('orders.cost.howOf', { of }) : t('orders.cost.how')}</summary>
      {isOpen && <CostBillTable {...props} />}
    </details>
  );
}
