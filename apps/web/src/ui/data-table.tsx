import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type SortingState,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { DataCards } from './data-cards';
import type { DataTableProps, Sort } from './data-table-types';
import { DataTableView } from './data-table-view';
import { compareValues } from './compare-values';
import { useNarrow } from './use-narrow';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** Rows with sortable heads; long lists draw only what is seen; below 640 pixels every row is a card. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, rows, rowId, sort, onSort, serverSorted } = props;
  const narrow = useNarrow();
  const [own, setOwn] = useState<Sort | undefined>(sort);
  const current = onSort ? sort : own;

  const definitions = useMemo(
    () =>
      columns.map((column): ColumnDef<typeof features, Row> => ({
        id: column.id,
        accessorFn: (row) => column.sortValue?.(row),
        enableSorting: Boolean(column.sortValue ?? column.sortable),
        sortUndefined: 'last',
        sortFn: (a, b, id) => compareValues(a.getValue(id), b.getValue(id)),
      })),
    [columns],
  );
  const sorting = useMemo<SortingState>(
    () => (current ? [{ id: current.id, desc: current.dir === 'desc' }] : []),
    [current],
  );

  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    manualSorting: serverSorted ?? false,
    state: { sorting },
  });

  const setSort = (next: Sort) => {
    if (onSort) onSort(next);
    else setOwn(next);
  };
  const shown = table.getRowModel().rows.map((row) => row.original);
  const View = narrow ? DataCards : DataTableView;
  return <View {...props} rows={shown} sort={current} onSort={setSort} />;
}
