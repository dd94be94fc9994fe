import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRowFragment, ImportsQuery } from '../../generated/graphql';
import { DataTable } from '../../ui/data-table';
import type { Column } from '../../ui/data-table-types';
import { formatNumber } from '../../ui/format-number';
import { Instant } from '../../ui/instant';
import { Pager } from '../../ui/pager';
import { ImportState } from './import-state';

type Props = {
  imports: ImportsQuery['imports'];
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
};

/** Rows that say something else than what is known, which stays. */
const unlikeIn = ({ rowsDiffering, rowsElsewhere }: ImportRowFragment): number => rowsDiffering + rowsElsewhere;

/** Earlier imports with what they stored and what they could not. */
export function ImportList({ imports, cursor, onPage }: Props) {
  const { t } = useTranslation();
  const hasUnlike = imports.edges.some(({ node }) => unlikeIn(node) > 0);
  const columns = useMemo<Column<ImportRowFragment>[]>(
    () => [
      {
        id: 'file',
        header: t('performance.imports.file'),
        primary: true,
        oneLine: true,
        cell: ({ id, fileName }) => (
          <Anchor component={Link} {...({ to: '/imports/$id', params: { id } } as object)}>
            {fileName}
          </Anchor>
        ),
      },
      {
        id: 'kind',
        header: t('performance.import.kindLabel'),
        cell: ({ kind, profile }) => profile?.name ?? t(`performance.import.kind.${kind}`),
      },
      { id: 'state', header: t('performance.imports.state'), cell: ({ state }) => <ImportState state={state} /> },
      {
        id: 'stored',
        header: t('performance.import.stored'),
        align: 'end',
        cell: ({ rowsStored }) => formatNumber(rowsStored),
      },
      {
        id: 'known',
        header: t('performance.import.known'),
        align: 'end',
        cell: ({ rowsKnown }) => formatNumber(rowsKnown),
      },
      ...(hasUnlike
        ? [
            {
              id: 'differing',
              header: t('performance.imports.unlike'),
              align: 'end' as const,
              cell: (run: ImportRowFragment) => formatNumber(unlikeIn(run)),
            },
          ]
        : []),
      {
        id: 'refused',
        header: t('performance.import.refused'),
        align: 'end',
        cell: ({ rowsRefused }) => formatNumber(rowsRefused),
      },
      {
        id: 'unmapped',
        header: t('performance.import.unmapped'),
        align: 'end',
        cell: ({ rowsUnmapped }) => formatNumber(rowsUnmapped),
      },
      { id: 'by', header: t('performance.imports.by'), oneLine: true, cell: ({ startedBy }) => startedBy?.name ?? '–' },
      { id: 'at', header: t('performance.imports.at'), cell: ({ startedAt }) => <Instant at={startedAt} /> },
    ],
    [t, hasUnlike],
  );
  return (
    <DataTable
      label={t('performance.imports.earlier')}
      columns={columns}
      rows={imports.edges.map(({ node }) => node)}
      rowId={({ id }) => id}
      serverSorted
      footer={<Pager page={imports} cursor={cursor} onPage={onPage} />}
    />
  );
}
