import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { TextLink } from '../../app/text-link';
import { ClaimsDocument, type ClaimRowFragment, type ClaimState } from '../../generated/graphql';
import { i18next } from '../../i18n/i18n';
import { DataTable } from '../../ui/data-table';
import type { Column } from '../../ui/data-table-types';
import { EmptyState } from '../../ui/empty-state';
import { formatDay, formatPeriod } from '../../ui/format-instant';
import { formatMoney } from '../../ui/format-money';
import { Listing } from '../../ui/listing';
import { Loaded } from '../../ui/loaded';
import { Panel } from '../../ui/panel';
import { owesWords } from '../breaches/who-owes';
import { ClaimStateBadge, nextWords } from './claim-words';
import './words';

/** States that are looked at together; open is what waits for somebody, in whatever state. */
const SHOWN = {
  open: undefined,
  accepted: ['ACCEPTED'],
  done: ['CREDITED'],
  gone: ['EXPIRED', 'WAIVED', 'REJECTED', 'CANCELLED'],
  all: undefined,
} as const satisfies Record<string, readonly ClaimState[] | undefined>;
export type ShownClaims = keyof typeof SHOWN;
export const SHOWN_CLAIMS = Object.keys(SHOWN) as ShownClaims[];

type Props = {
  period: string | undefined;
  provider: string | undefined;
  shown: ShownClaims;
  cursor: string | undefined;
  onShow: (changed: { claims?: ShownClaims; claim?: string }) => void;
};

/** What is owed under which agreement, until when it can be claimed, and who acts next? */
export function ClaimsPanel({ period, provider, shown, cursor, onShow }: Props) {
  const { t } = useTranslation();
  const states = SHOWN[shown] as ClaimState[] | undefined;
  const found = useQuery(
    query(ClaimsDocument, { states, waiting: shown === 'open', period, providerId: provider, after: cursor }),
  );
  return (
    <Panel
      title={t('claims.title')}
      description={t('claims.words')}
      flush
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('claims.filter.label')}
          value={shown}
          onChange={(value) => onShow({ claims: value as ShownClaims })}
          data={SHOWN_CLAIMS.map((value) => ({ value, label: t(`claims.filter.${value}`) }))}
        />
      }
    >
      <Loaded query={found}>
        {({ claims }) => (
          <Listing
            page={claims}
            cursor={cursor}
            onPage={(next) => onShow({ claim: next })}
            none={
              <EmptyState kind="nothingYet" title={t(shown === 'all' ? 'claims.none' : 'claims.noneSo')}>
                {t('claims.noneWords')}
              </EmptyState>
            }
          >
            {(rows, pager) => (
              <DataTable
                label={t('claims.title')}
                columns={columns()}
                rows={rows}
                rowId={({ id }) => id}
                serverSorted
                footer={pager}
              />
            )}
          </Listing>
        )}
      </Loaded>
    </Panel>
  );
}

function columns(): Column<ClaimRowFragment>[] {
  const { t } = i18next;
  return [
    {
      id: 'agreement',
      header: t('claims.agreement'),
      primary: true,
      cell: ({ id, agreement, number }) => (
        <>
          <TextLink to="/claims/$id" params={{ id }} underline="always">
            {agreement?.name ?? t('claims.claim')}
          </TextLink>
          {number > 1 && <small className="quiet"> {t('claims.further', { number })}</small>}
        </>
      ),
    },
    {
      id: 'owes',
      header: t('performance.breaches.owes'),
      cell: ({ agreement }) => {
        if (!agreement) return '–';
        return owesWords(agreement, t);
      },
    },
    { id: 'period', header: t('claims.period'), oneLine: true, cell: ({ period }) => formatPeriod(period) },
    {
      id: 'amount',
      header: t('claims.amount'),
      align: 'end',
      cell: ({ amount }) => <strong>{formatMoney(amount)}</strong>,
    },
    { id: 'state', header: t('claims.stateOf'), cell: ({ state }) => <ClaimStateBadge state={state} /> },
    {
      id: 'deadline',
      header: t('claims.deadline'),
      oneLine: true,
      cell: ({ lastDay, state }) =>
        state === 'CLAIMABLE' ? (lastDay ? formatDay(lastDay) : t('claims.noDeadline')) : '–',
    },
    { id: 'next', header: t('claims.next'), width: '14%', cell: (claim) => nextWords(claim) },
  ];
}
