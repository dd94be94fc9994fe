import { Group } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import type { ProvidersQuery } from '../generated/graphql';
import { DataTable } from '../ui/data-table';
import type { Column } from '../ui/data-table-types';
import { ToneBadge } from '../ui/tone-badge';
import { countryName } from './countries';
import { Standing } from './standing';

type Row = ProvidersQuery['providers']['edges'][number]['node'];

/** Providers with how their commitments stand. */
export function ProvidersTable({ providers, footer }: { providers: Row[]; footer?: ReactNode }) {
  const { t } = useTranslation();
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'name',
        header: t('people.name'),
        primary: true,
        cell: ({ slug, name, endedAt }) => (
          <Group gap="xs">
            <TextLink to="/providers/$slug" params={{ slug }} fw={550}>
              {name}
            </TextLink>
            {endedAt && <ToneBadge>{t('providers.ended')}</ToneBadge>}
          </Group>
        ),
      },
      {
        id: 'kind',
        header: t('providers.kindOf'),
        cell: ({ kind, country, team }) => (
          <>
            {t(`providers.kind.${kind}`)}
            {(team ?? country) && <span className="quiet"> · {team?.name ?? countryName(country)}</span>}
          </>
        ),
      },
      { id: 'services', header: t('app.nav.services'), align: 'end', cell: ({ services }) => services.length },
      { id: 'standing', header: t('app.nav.commitments'), cell: ({ standing }) => <Standing standing={standing} /> },
    ],
    [t],
  );
  return (
    <DataTable
      label={t('app.nav.providers')}
      columns={columns}
      rows={providers}
      rowId={({ id }) => id}
      footer={footer}
    />
  );
}
