import { Button, Group } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import type { BillLineFragment } from '../generated/graphql';
import { DataTable } from '../ui/data-table';
import type { Column } from '../ui/data-table-types';
import { formatDay, formatPeriod } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { formatNumber } from '../ui/format-number';
import { onDemand } from '../ui/on-demand';
import { ToneBadge } from '../ui/tone-badge';
import { BillDispute } from './bill-dispute';
import { OrderLink } from './order-link';
import { PartOf } from './part-of';
import classes from './bill.module.css';

const HowDialog = onDemand(() => import('./bill-how-dialog').then((module) => module.BillHowDialog));
const DisputeDialog = onDemand(() => import('./bill-dispute-dialog').then((module) => module.BillDisputeDialog));

type Line = BillLineFragment;
type Props = {
  lines: Line[];
  footer: ReactNode;
  /** The part whose lines alone are shown. */
  of: string | undefined;
  onAll: () => void;
};

/** The lines of a bill; each leads to its order and to the steps that made it, and can be disputed. */
export function BillLines({ lines, footer, of, onAll }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<{ line: Line; dialog: 'how' | 'dispute' } | null>(null);
  const columns = useMemo(
    (): Column<Line>[] => [
      {
        id: 'line',
        header: t('bill.line'),
        primary: true,
        cell: ({ service, plan, bundle, label, origin, corrects, disputes, missed, claim }) => (
          <div>
            <strong>{label}</strong>{' '}
            {origin !== 'CHARGE' && <ToneBadge tone="accent">{t(`bill.origin.${origin}`)}</ToneBadge>}
            <div className="quiet">
              {service.name} · {plan.name} <PartOf bundle={bundle} />
              {corrects && ` · ${t('bill.corrects', { month: formatPeriod(corrects.from.slice(0, 7)) })}`}
            </div>
            {missed && (
              <Group gap="xs">
                <TextLink
                  to="/commitments/$service/$commitment"
                  params={{ service: missed.commitment.service.slug, commitment: missed.commitment.slug }}
                  search={{ period: missed.period }}
                  underline="always"
                >
                  {t('bill.missed', { period: formatPeriod(missed.period) })}
                </TextLink>
                {claim && (
                  <TextLink to="/claims/$id" params={{ id: claim.id }} underline="always">
                    {t('bill.claim')}
                  </TextLink>
                )}
              </Group>
            )}
            {disputes.map((dispute) => (
              <BillDispute key={dispute.id} dispute={dispute} />
            ))}
          </div>
        ),
      },
      { id: 'unit', header: t('bill.unit'), cell: ({ unit }) => unit.name },
      {
        id: 'days',
        header: t('orders.budgets.period'),
        cell: ({ from, to }) => (
          <span className={classes.days}>{t('bill.days', { from: formatDay(from), to: formatDay(to) })}</span>
        ),
      },
      { id: 'times', header: t('orders.quantity'), align: 'end', cell: (line) => <Times line={line} /> },
      {
        id: 'amount',
        header: t('bill.amount'),
        align: 'end',
        cell: ({ amount }) => <strong>{formatMoney(amount)}</strong>,
      },
      { id: 'order', header: t('orders.order'), cell: ({ order }) => order && <OrderLink order={order} /> },
      {
        id: 'acts',
        header: t('bill.acts'),
        cell: (line) => (
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => setOpen({ line, dialog: 'how' })}>
              {t('bill.how')}
            </Button>
            {line.viewerCanDispute && (
              <Button size="xs" variant="default" onClick={() => setOpen({ line, dialog: 'dispute' })}>
                {t('bill.dispute.act')}
              </Button>
            )}
          </Group>
        ),
      },
    ],
    [t],
  );
  const close = () => setOpen(null);
  return (
    <>
      {of && (
        <Group mb="xs">
          <span>{of}</span>
          <Button size="xs" variant="default" onClick={onAll}>
            {t('bill.allLines')}
          </Button>
        </Group>
      )}
      <DataTable
        label={t('bill.lines')}
        columns={columns}
        rows={lines}
        rowId={({ id }) => id}
        serverSorted
        footer={footer}
      />
      {open?.dialog === 'how' && <HowDialog line={open.line} onClose={close} />}
      {open?.dialog === 'dispute' && <DisputeDialog line={open.line} onClose={close} />}
    </>
  );
}

function Times({ line: { quantity, unitName, unitPrice } }: { line: Line }) {
  const { t } = useTranslation();
  const values = {
    quantity: formatNumber(quantity, { maximumFractionDigits: 12 }),
    price: formatMoney(unitPrice, { exact: true }),
  };
  return unitName ? t('bill.timesUnit', { ...values, unit: unitName }) : t('bill.times', values);
}
