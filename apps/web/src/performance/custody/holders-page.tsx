import { Anchor, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { useAct } from '../../app/use-act';
import {
  HolderChoicesDocument,
  type HolderRowFragment,
  NameHolderDocument,
  TicketHoldersDocument,
} from '../../generated/graphql';
import { Breadcrumbs } from '../../ui/breadcrumbs';
import { DataTable } from '../../ui/data-table';
import type { Column } from '../../ui/data-table-types';
import { EmptyState } from '../../ui/empty-state';
import { ErrorPanel } from '../../ui/error-panel';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { RefusalPanel } from '../../ui/refusal-panel';
import { Refused } from '../../ui/refused';
import { FailedPage } from '../failed-page';
import '../words';
import './words';

const route = getRouteApi('/shell/imports/holders');

/** Says which team or provider is meant by the names that ticket files call who has a ticket. */
export function HoldersPage() {
  const { t } = useTranslation();
  const { unnamed, cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery(query(TicketHoldersDocument, { unnamed: unnamed ?? false, first: 50, after: cursor }));
  const choices = useQuery(query(HolderChoicesDocument, {})).data;
  const name = useAct(NameHolderDocument, { done: t('custody.named') });
  const groups = useMemo(
    () => [
      {
        group: t('custody.teams'),
        items: (choices?.teams ?? []).map(({ id, name: label }) => ({ value: `team ${id}`, label })),
      },
      {
        group: t('custody.providers'),
        items: (choices?.providers.edges ?? []).map(({ node }) => ({ value: `provider ${node.id}`, label: node.name })),
      },
    ],
    [choices, t],
  );
  const columns = useMemo<Column<HolderRowFragment>[]>(
    () => [
      { id: 'name', header: t('custody.name'), primary: true, cell: (row) => row.name },
      { id: 'source', header: t('performance.imports.source'), cell: ({ source }) => source.name },
      {
        id: 'means',
        header: t('custody.means'),
        cell: ({ id, name: called, team, provider }) => (
          <NativeSelect
            size="xs"
            aria-label={t('custody.meaningOf', { name: called })}
            value={team ? `team ${team.id}` : provider ? `provider ${provider.id}` : ''}
            data={[{ value: '', label: t('custody.nobodyOfOurs') }, ...groups]}
            onChange={({ currentTarget: { value } }) => {
              const [kind, chosen] = value.split(' ');
              name.mutate({
                id,
                input: kind === 'team' ? { teamId: chosen } : kind === 'provider' ? { providerId: chosen } : {},
              });
            }}
          />
        ),
      },
      {
        id: 'by',
        header: t('custody.namedBy'),
        cell: ({ namedBy, team, provider }) => namedBy?.name ?? (team || provider ? t('custody.sameName') : '–'),
      },
    ],
    [t, groups, name],
  );
  if (found.isError && !found.data) return <FailedPage title={t('custody.holders')} query={found} />;
  return (
    <>
      <PageHeader
        title={t('custody.holders')}
        subtitle={t('custody.holdersWords')}
        above={<Breadcrumbs crumbs={[{ label: t('performance.imports.title'), to: '/imports' }]} />}
        actions={
          <Anchor
            component={Link}
            {...({ to: '/imports/holders', search: { unnamed: unnamed ? undefined : true } } as object)}
            size="sm"
          >
            {t(unnamed ? 'custody.showAll' : 'custody.showUnnamed')}
          </Anchor>
        }
      />
      {name.error &&
        (name.error instanceof Refused ? <RefusalPanel refused={name.error} /> : <ErrorPanel error={name.error} />)}
      <Loaded query={found}>
        {({ ticketHolders }) =>
          ticketHolders.edges.length === 0 ? (
            <EmptyState kind="nothingYet" title={t('custody.none')}>
              {t(unnamed ? 'custody.allNamed' : 'custody.noneWords')}
            </EmptyState>
          ) : (
            <DataTable
              label={t('custody.holders')}
              columns={columns}
              rows={ticketHolders.edges.map(({ node }) => node)}
              rowId={({ id }) => id}
              serverSorted
              footer={
                <Pager
                  page={ticketHolders}
                  cursor={cursor}
                  onPage={(next) => void navigate({ search: (before) => ({ ...before, cursor: next }) })}
                />
              }
            />
          )
        }
      </Loaded>
    </>
  );
}
