import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../app/text-link';
import { DataTable } from '../../ui/data-table';
import type { Column } from '../../ui/data-table-types';
import { ProgressWithWords } from '../../ui/progress-with-words';
import { ToneBadge, type Tone } from '../../ui/tone-badge';
import type { RetirementOnPage } from './retirement-page';
import classes from './retirement.module.css';

type Row = RetirementOnPage['subscribers'][number];
type Standing = Row['standing'] | 'MOVING';

const TONES: Record<Standing, Tone> = { LEFT: 'warning', MOVING: 'accent', MOVED: 'good', GONE: 'neutral' };

/** Who is left and has an order under way is on the way. */
const standingOf = ({ standing, orderNumber }: Row): Standing =>
  standing === 'LEFT' && orderNumber ? 'MOVING' : standing;

/** Everybody who had it, those who are left first, with the order that moves or moved them. */
export function RetirementSubscribers({ retirement: { subscribers, migration } }: { retirement: RetirementOnPage }) {
  const { t } = useTranslation();
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'for',
        header: t('retirement.for'),
        primary: true,
        cell: ({ beneficiary, unit }) => (
          <div>
            <strong>{beneficiary.name}</strong>
            <div className="quiet">{unit.name}</div>
          </div>
        ),
      },
      {
        id: 'standing',
        header: t('retirement.has'),
        cell: (row) => (
          <div>
            <ToneBadge tone={TONES[standingOf(row)]}>{t(`retirement.standing.${standingOf(row)}`)}</ToneBadge>{' '}
            {row.standing !== 'GONE' && <span className="quiet">{row.plan.name}</span>}
          </div>
        ),
      },
      { id: 'quantity', header: t('retirement.quantity'), align: 'end', cell: ({ quantity }) => quantity },
      { id: 'owner', header: t('retirement.owner'), cell: ({ owner }) => owner.name },
      {
        id: 'order',
        header: t('retirement.order'),
        cell: ({ order, orderNumber, refusal }) => (
          <div>
            {order ? (
              <TextLink to="/orders/$id" params={{ id: order.id }}>
                {orderNumber}
              </TextLink>
            ) : (
              orderNumber
            )}
            {refusal && <div className={classes.refusal}>{refusal}</div>}
          </div>
        ),
      },
    ],
    [t],
  );
  const count = (standing: Row['standing']) => subscribers.filter((one) => one.standing === standing).length;
  const counts = { summary: count('LEFT'), moved: count('MOVED'), gone: count('GONE') };
  return (
    <section aria-labelledby="retirement-subscribers" className={classes.subscribers}>
      <h2 id="retirement-subscribers">{t('retirement.subscribers')}</h2>
      <ul className={classes.summary}>
        {(['summary', 'moved', 'gone'] as const)
          .filter((part) => part === 'summary' || counts[part] > 0)
          .map((part) => (
            <li key={part}>{t(`retirement.${part}`, { count: counts[part] })}</li>
          ))}
      </ul>
      {migration && (
        <ProgressWithWords
          label={t('retirement.progressLabel')}
          value={migration.ordered + migration.refused}
          max={migration.total}
          words={t('retirement.progress', { ...migration, done: migration.ordered + migration.refused })}
        />
      )}
      {subscribers.length === 0 ? (
        <p className="quiet">{t('retirement.none')}</p>
      ) : (
        <DataTable label={t('retirement.subscribers')} columns={columns} rows={subscribers} rowId={({ id }) => id} />
      )}
    </section>
  );
}
