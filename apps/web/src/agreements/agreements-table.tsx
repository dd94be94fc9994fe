import { useMemo, type ReactNode } from 'react';
import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import type { AgreementsQuery } from '../generated/graphql';
import { DataTable } from '../ui/data-table';
import type { Column } from '../ui/data-table-types';
import { formatDay } from '../ui/format-instant';
import { ToneBadge } from '../ui/tone-badge';

type Row = AgreementsQuery['agreements']['edges'][number]['node'];

/** Agreements with whom they bind and what of them is in force, proposed or in the making. */
export function AgreementsTable({ agreements, footer }: { agreements: Row[]; footer?: ReactNode }) {
  const { t } = useTranslation();
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'name',
        header: t('agreements.agreement'),
        primary: true,
        cell: ({ slug, name }) => (
          <TextLink to="/agreements/$slug" params={{ slug }} fw={550}>
            {name}
          </TextLink>
        ),
      },
      { id: 'kind', header: t('providers.kindOf'), cell: ({ kind }) => t(`agreements.kind.${kind}`) },
      {
        id: 'with',
        header: t('agreements.with'),
        cell: ({ kind, provider, customer }) =>
          kind === 'SLA' ? (customer?.name ?? t('agreements.everyUnit')) : (provider?.name ?? '–'),
      },
      {
        id: 'commitments',
        header: t('app.nav.commitments'),
        align: 'end',
        cell: ({ commitments }) => commitments.length,
      },
      {
        id: 'inForce',
        header: t('people.standing.IN_FORCE'),
        cell: ({ current, endedOn }) =>
          endedOn ? (
            <ToneBadge>{t('agreements.endedOn', { on: formatDay(endedOn) })}</ToneBadge>
          ) : current ? (
            <span className="one-line">
              {t('agreements.versionSince', { number: current.number, from: formatDay(current.effectiveFrom) })}
            </span>
          ) : (
            <span className="quiet">{t('agreements.notInForce')}</span>
          ),
      },
      { id: 'next', header: t('agreements.inTheMaking'), cell: (agreement) => <Next agreement={agreement} /> },
    ],
    [t],
  );
  return (
    <DataTable
      label={t('app.nav.agreements')}
      columns={columns}
      rows={agreements}
      rowId={({ id }) => id}
      footer={footer}
    />
  );
}

function Next({ agreement: { versions } }: { agreement: Row }) {
  const { t } = useTranslation();
  const open = versions.find(({ state }) => state === 'DRAFT' || state === 'PROPOSED');
  if (!open) return <span className="quiet">–</span>;
  if (open.state === 'DRAFT') return <ToneBadge tone="accent">{t('agreements.state.DRAFT')}</ToneBadge>;
  return (
    <ToneBadge tone="warning">
      {open.viewerCanApprove ? t('agreements.waitsForYou') : t('agreements.waitsForSecond')}
    </ToneBadge>
  );
}
