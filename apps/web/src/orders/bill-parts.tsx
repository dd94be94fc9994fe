import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BillPartFragment } from '../generated/graphql';
import { DataTable } from '../ui/data-table';
import type { Column } from '../ui/data-table-types';
import { formatMoney, type MoneyValue } from '../ui/format-money';
import classes from './bill.module.css';

type Part = BillPartFragment;
type Props = { parts: Part[]; by: 'service' | 'plan' | 'unit'; onChoose: (id: string) => void };

export const partName = ({ service, plan, unit }: Part) => (service ?? plan ?? unit)?.name ?? '–';

/** A difference with its sign. */
const signed = (money: MoneyValue) => (Number(money.amount) > 0 ? `+${formatMoney(money)}` : formatMoney(money));

/** The parts of a bill, largest first: how much, how much more than before, and why. */
export function BillParts({ parts, by, onChoose }: Props) {
  const { t } = useTranslation();
  const columns = useMemo((): Column<Part>[] => {
    const largest = (currency: string) =>
      Math.max(...parts.filter((one) => one.amount.currency === currency).map(size), 0) || 1;
    return [
      {
        id: 'name',
        header: t(`bill.by.${by}`),
        primary: true,
        sortValue: partName,
        cell: (part) => (
          <Button
            variant="transparent"
            p={0}
            h="auto"
            mih={24}
            aria-label={t('bill.linesOf', { name: partName(part) })}
            onClick={() => onChoose(part.id)}
          >
            {partName(part)}
          </Button>
        ),
      },
      {
        id: 'amount',
        header: t('bill.amount'),
        align: 'end',
        sortValue: ({ amount }) => Number(amount.amount),
        cell: ({ amount }) => <strong>{formatMoney(amount)}</strong>,
      },
      {
        id: 'share',
        header: t('bill.share'),
        width: '8rem',
        cell: (part) => (
          <span className={classes.bar} aria-hidden>
            <span
              data-back={Number(part.amount.amount) < 0 || undefined}
              style={{ width: `${(size(part) / largest(part.amount.currency)) * 100}%` }}
            />
          </span>
        ),
      },
      { id: 'last', header: t('bill.last'), align: 'end', cell: ({ before }) => formatMoney(before) },
      {
        id: 'difference',
        header: t('bill.difference'),
        align: 'end',
        sortValue: ({ difference }) => Number(difference.amount),
        cell: ({ difference }) => signed(difference),
      },
      {
        id: 'why',
        header: t('bill.why'),
        cell: ({ changes }) =>
          changes.length === 0 ? (
            <span className="quiet">{t('bill.same')}</span>
          ) : (
            <ul className={classes.reasons}>
              {changes.map(({ reason, amount }) => (
                <li key={reason}>
                  {t(`bill.reason.${reason}`)} {signed(amount)}
                </li>
              ))}
            </ul>
          ),
      },
    ];
  }, [t, parts, by, onChoose]);
  return (
    <DataTable
      label={t('bill.parts')}
      columns={columns}
      rows={parts}
      rowId={({ id, amount }) => `${id} ${amount.currency}`}
    />
  );
}

const size = ({ amount }: Part) => Math.abs(Number(amount.amount));
