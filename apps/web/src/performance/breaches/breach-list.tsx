import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import i18next from 'i18next';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../app/text-link';
import type { BreachRowFragment, CreditFragment } from '../../generated/graphql';
import { DataTable } from '../../ui/data-table';
import type { Column } from '../../ui/data-table-types';
import { formatPeriod } from '../../ui/format-instant';
import { formatMoney } from '../../ui/format-money';
import { formatExactPercent, formatPercent } from '../../ui/format-percent';
import { Instant } from '../../ui/instant';
import { verdictWord } from '../../ui/verdict';
import { ToneBadge } from '../../ui/tone-badge';
import { amount, amountLeft, points, promised } from '../amount';
import { CreditState } from '../credit-state';
import { ClaimStateBadge } from '../claims/claim-words';
import '../claims/words';
import { owesWords } from './who-owes';
import classes from './breaches-page.module.css';

type Props = { breaches: BreachRowFragment[]; footer: ReactNode };

/** Every breach with its figure, what went beyond the budget, and the credit it makes. */
export function BreachList({ breaches, footer }: Props) {
  const { t } = useTranslation();
  const columns = useMemo<Column<BreachRowFragment>[]>(
    () => [
      {
        id: 'commitment',
        header: t('performance.breaches.commitment'),
        primary: true,
        width: '23%',
        cell: (row) => <BreachLink breach={row} />,
      },
      {
        id: 'owes',
        header: t('performance.breaches.owes'),
        width: '15%',
        cell: ({ result }) => {
          const { agreement } = result.commitment;
          return owesWords(agreement, t);
        },
      },
      {
        id: 'period',
        header: t('performance.breaches.period'),
        oneLine: true,
        cell: ({ result }) => formatPeriod(result.period),
      },
      {
        id: 'figure',
        header: t('performance.breaches.figure'),
        width: '15%',
        align: 'end',
        cell: ({ result, supersededAt, newerRevision }) => (
          <>
            <span
              className={supersededAt ? classes.superseded : classes.nowrap}
              title={promised(result.target, result.terms.comparator)}
            >
              {shownFigure(result.figure)}
              <small className="quiet"> / {formatExactPercent(result.target)}</small>
            </span>
            {result.deemed && <small className={classes.replacement}>{verdictWord(result)}</small>}
            {result.revision > 1 && <Restated {...result} />}
            {newerRevision && <NewFigure {...newerRevision} />}
          </>
        ),
      },
      {
        id: 'lost',
        header: t('performance.breaches.lost'),
        align: 'end',
        cell: ({ result: { budget, deemed } }) => (
          <span className={classes.nowrap} title={amountLeft(budget)}>
            {/* Nobody knows how much was lost of what was not measured. */}
            {deemed ? '–' : amount(budget.used, budget.unit)}
          </span>
        ),
      },
      {
        id: 'credit',
        header: t('performance.breaches.credit'),
        align: 'end',
        cell: ({ credit, newerRevision }) =>
          credit ? <Owed credit={credit}>{newerRevision && <NewCredit {...newerRevision} />}</Owed> : '–',
      },
      { id: 'state', header: t('performance.breaches.state'), cell: (row) => <BreachState breach={row} /> },
      {
        id: 'at',
        header: t('performance.breaches.frozen'),
        cell: ({ at }) => <Instant at={at} style="date" />,
      },
    ],
    [t],
  );
  return (
    <DataTable
      label={t('performance.breaches.title')}
      columns={columns}
      rows={breaches}
      rowId={({ id }) => id}
      serverSorted
      footer={footer}
    />
  );
}

function BreachLink({ breach: { result, supersededAt } }: { breach: BreachRowFragment }) {
  const { service, name, slug } = result.commitment;
  return (
    <Anchor
      component={Link}
      {...({
        to: '/commitments/$service/$commitment',
        params: { service: service.slug, commitment: slug },
        search: { period: result.period, revision: supersededAt ? result.revision : undefined },
      } as object)}
    >
      {service.name}: {name}
    </Anchor>
  );
}

const shownFigure = (figure: string | null | undefined) =>
  figure == null ? i18next.t('ui.noFigure') : formatPercent(figure, { decimals: 4 });

/** The share in the claim, and what it would be alone where grouping or a cap made it another. */
function Owed({ credit: { owed, amount: alone, percent }, children }: { credit: CreditFragment; children: ReactNode }) {
  const { t } = useTranslation();
  const shown = owed ?? alone;
  const isShared = owed && alone && owed.amount !== alone.amount;
  return (
    <span className={classes.nowrap}>
      {shown ? formatMoney(shown) : '–'}
      {isShared ? (
        <small className={classes.replacement}>
          {t('performance.breaches.alone', { amount: formatMoney(alone), percent: formatExactPercent(percent) })}
        </small>
      ) : (
        <small className="quiet"> {formatExactPercent(percent)}</small>
      )}
      {children}
    </span>
  );
}

type Newer = NonNullable<BreachRowFragment['newerRevision']>;

/** What a restatement made of the figure, and why; also where no credit hangs on it. */
function NewFigure({ newest, difference, reason }: Newer) {
  const { t } = useTranslation();
  const change = difference == null ? verdictWord(newest) : points(difference);
  return (
    <small className={classes.replacement}>
      {t('performance.breaches.nowFigure', { figure: shownFigure(newest.figure), points: change })} “{reason}”
    </small>
  );
}

/** A breach that a restatement brought to light: what it changed of the figure, and why. */
function Restated({ difference, reason }: BreachRowFragment['result']) {
  const { t } = useTranslation();
  return (
    <small className={classes.replacement}>
      {difference == null
        ? t('performance.breaches.restatedOnly')
        : t('performance.breaches.restated', { points: points(difference) })}{' '}
      {reason && `“${reason}”`}
    </small>
  );
}

/** What stands in place of a superseded credit, and what that changed. */
function NewCredit({ newest: { credit } }: Newer) {
  const { t } = useTranslation();
  if (!credit?.amount || !credit.difference) return null;
  return (
    <small className={classes.replacement}>
      {t('performance.breaches.replacedBy', {
        amount: formatMoney(credit.amount),
        difference: formatMoney(credit.difference),
      })}
    </small>
  );
}

function BreachState({ breach: { credit, supersededAt } }: { breach: BreachRowFragment }) {
  const { t } = useTranslation();
  if (supersededAt) return <ToneBadge>{t('performance.breaches.superseded')}</ToneBadge>;
  if (credit?.claim)
    return (
      <TextLink to="/claims/$id" params={{ id: credit.claim.id }}>
        <ClaimStateBadge state={credit.claim.state} />
      </TextLink>
    );
  if (!credit) return <ToneBadge>{t('performance.breaches.noCredit')}</ToneBadge>;
  if (credit.amount && Number(credit.amount.amount) === 0)
    return <ToneBadge>{t('performance.breaches.nothingOwed')}</ToneBadge>;
  return credit.owed ? (
    <ToneBadge>{t('performance.breaches.covered')}</ToneBadge>
  ) : (
    <CreditState state={credit.state} />
  );
}
