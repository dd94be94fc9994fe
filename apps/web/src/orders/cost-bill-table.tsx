import { useTranslation } from 'react-i18next';
import { formatDay } from '../ui/format-instant';
import { formatNumber } from '../ui/format-number';
import { formatMoney, type MoneyValue } from '../ui/format-money';
import { SimpleTable } from '../ui/simple-table';
import type { Step } from '../ui/explanation-steps';
import { billOf } from './bill-of';
import { limitWords } from './what-words';

export type CostBillProps = {
  cost: { total: MoneyValue; explanation: readonly Step[] };
  quantity: number;
  /** Which of several items. */ of?: string;
};

/** How the reserved amount came about, as a bill. */
export function CostBillTable({ cost: { total, explanation }, quantity, of }: CostBillProps) {
  const { t } = useTranslation();
  const { periods, lines, one, all, difference, tiered, limits, metered } = billOf(explanation);
  const named = (label: string, since: string | null) =>
    since ? t('orders.cost.since', { label, day: formatDay(since) }) : label;
  const money = (amount: string) => formatMoney({ amount, currency: total.currency }, { exact: true });
  return (
    <>
      <SimpleTable
        label={of ? t('orders.cost.billOf', { of }) : t('orders.cost.bill')}
        head={[t('orders.cost.for'), t('orders.cost.price'), t('orders.cost.times'), t('orders.cost.amount')]}
        numeric={[1, 2, 3]}
        rows={[
          ...lines.map(({ label, since, price, times, amount }) => [
            named(label, since),
            money(price),
            `× ${times}`,
            money(amount),
          ]),
          ...(lines.length > 0 ? [[t('orders.cost.one'), '', '', money(one)]] : []),
          ...(lines.length > 0 && all !== null
            ? [[t('orders.cost.all', { quantity }), money(one), `× ${quantity}`, money(all)]]
            : []),
          ...limits.map(({ label, since, price, times, amount, ...limit }) => [
            t('orders.cost.setAside', { label: named(label, since), units: limitWords(limit) }),
            money(price),
            `× ${times}`,
            money(amount),
          ]),
          ...tiered.map(({ label, since, units, times, amount }) => [
            t('orders.cost.inTiers', {
              label: named(label, since),
              quantity: formatNumber(units, { maximumFractionDigits: 3 }),
            }),
            '',
            `× ${times}`,
            money(amount),
          ]),
          ...(difference && Number(difference.paid) > 0
            ? [[t('orders.cost.paid'), '', '', `−${money(difference.paid)}`]]
            : []),
          ...(difference && Number(difference.once) > 0
            ? [[t('orders.cost.added'), '', '', money(difference.once)]]
            : []),
          all === null
            ? [
                <strong key="all">{t('orders.cost.all', { quantity })}</strong>,
                money(one),
                `× ${quantity}`,
                formatMoney(total),
              ]
            : [<strong key="all">{t('orders.cost.together')}</strong>, '', '', formatMoney(total)],
        ]}
      />
      {metered.length > 0 && <p className="quiet">{t('orders.cost.metered', { what: metered.join(', ') })}</p>}
      {periods.map(({ per, from, to, count }) => (
        <p key={per} className="quiet">
          {to
            ? t(`orders.cost.periods.${per as 'month'}`, { count, from: formatDay(from), to: formatDay(to) })
            : t('orders.cost.firstPeriod')}
        </p>
      ))}
    </>
  );
}
