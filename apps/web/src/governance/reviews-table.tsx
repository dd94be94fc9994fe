import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import { useToday } from '../app/use-today';
import type { ReviewRowFragment } from '../generated/graphql';
import { groupBy } from '../performance/group-by';
import { DataTable } from '../ui/data-table';
import { formatDay, formatPeriod } from '../ui/format-instant';
import { missingOf } from './missing-of';
import { ReviewStateBadge } from './review-state';

/** Reviews by the month in which they are planned. */
export function ReviewsByMonth({ reviews }: { reviews: ReviewRowFragment[] }) {
  const months = groupBy(reviews, ({ plannedOn }) => plannedOn.slice(0, 7));
  return [...months].map(([month, inMonth]) => (
    <section key={month} aria-label={formatPeriod(month)}>
      <Title order={2} size="h4" mb="xs">
        {formatPeriod(month)}
      </Title>
      <ReviewsTable label={formatPeriod(month)} reviews={inMonth} />
    </section>
  ));
}

type Props = { label: string; reviews: ReviewRowFragment[]; ofOneProvider?: boolean };

/** What is due when, with whom, and what is missing. */
export function ReviewsTable({ label, reviews, ofOneProvider }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <DataTable
      label={label}
      rows={reviews}
      rowId={({ id }) => id}
      serverSorted
      columns={[
        {
          id: 'review',
          header: t('governance.review'),
          primary: true,
          cell: ({ id, provider, period }) => (
            <TextLink to="/reviews/$id" params={{ id }} fw={550}>
              {ofOneProvider ? formatPeriod(period) : `${provider.name}, ${formatPeriod(period)}`}
            </TextLink>
          ),
        },
        {
          id: 'date',
          header: t('governance.plannedOn'),
          width: '15%',
          cell: ({ plannedOn }) => <span className="one-line">{formatDay(plannedOn)}</span>,
        },
        { id: 'chair', header: t('governance.chair'), width: '15%', cell: ({ chair }) => chair.name },
        {
          id: 'state',
          header: t('governance.stateHead'),
          width: '12%',
          cell: ({ state }) => <ReviewStateBadge state={state} />,
        },
        {
          id: 'missing',
          header: t('governance.missingHead'),
          width: '26%',
          cell: (review) => {
            const missing = missingOf(review, today);
            const open = review.actions.filter(({ doneAt }) => doneAt === null);
            const words = [
              ...missing.map((what) => t(`governance.missing.${what}`)),
              ...(open.length > 0 ? [t('governance.openActions', { count: open.length })] : []),
            ];
            return words.length > 0 ? (
              words.join(' · ')
            ) : (
              <span className="quiet">{t('governance.missing.nothing')}</span>
            );
          },
        },
      ]}
    />
  );
}
