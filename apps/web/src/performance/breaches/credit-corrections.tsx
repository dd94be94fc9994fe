import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { TextLink } from '../../app/text-link';
import { CreditCorrectionsDocument, type CreditCorrectionsQuery } from '../../generated/graphql';
import { DataTable } from '../../ui/data-table';
import { formatPeriod } from '../../ui/format-instant';
import { formatMoney } from '../../ui/format-money';
import { formatExactPercent } from '../../ui/format-percent';
import { Instant } from '../../ui/instant';
import { Panel } from '../../ui/panel';

type Row = CreditCorrectionsQuery['serviceCredits']['edges'][number]['node'];

/** What restatements changed of credits, each with its reason and the credit that it corrects; nothing without any. */
export function CreditCorrections(props: { period: string | undefined; providerId: string | undefined }) {
  const { t } = useTranslation();
  const { data } = useQuery(query(CreditCorrectionsDocument, props));
  const rows = data?.serviceCredits.edges.map(({ node }) => node) ?? [];
  if (rows.length === 0) return null;
  return (
    <Panel title={t('performance.corrections.title')} description={t('performance.corrections.words')} flush>
      <DataTable<Row>
        label={t('performance.corrections.title')}
        rows={rows}
        rowId={({ id }) => id}
        serverSorted
        columns={[
          {
            id: 'commitment',
            header: t('performance.breaches.commitment'),
            primary: true,
            cell: ({ result: { commitment, period, revision, state } }) => (
              <TextLink
                to="/commitments/$service/$commitment"
                params={{ service: commitment.service.slug, commitment: commitment.slug }}
                search={{ period, revision: state === 'SUPERSEDED' ? revision : undefined }}
                underline="always"
              >
                {commitment.service.name}: {commitment.name}
              </TextLink>
            ),
          },
          {
            id: 'period',
            header: t('performance.breaches.period'),
            cell: ({ result }) => formatPeriod(result.period),
          },
          {
            id: 'corrects',
            header: t('performance.corrections.before'),
            align: 'end',
            cell: ({ corrects }) => (corrects?.amount ? formatMoney(corrects.amount) : '–'),
          },
          {
            id: 'difference',
            header: t('performance.corrections.difference'),
            align: 'end',
            cell: ({ difference }) => (difference ? <strong>{formatMoney(difference)}</strong> : '–'),
          },
          {
            id: 'amount',
            header: t('performance.corrections.now'),
            align: 'end',
            cell: ({ amount, percent }) => (amount ? formatMoney(amount) : formatExactPercent(percent)),
          },
          { id: 'reason', header: t('performance.corrections.reason'), cell: ({ reason }) => reason },
          {
            id: 'at',
            header: t('performance.corrections.posted'),
            cell: ({ at }) => <Instant at={at} style="date" />,
          },
        ]}
      />
    </Panel>
  );
}
