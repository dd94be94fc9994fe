import type { ReactNode } from 'react';

export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Makes the column sortable here in the client; undefined sorts last. */
  sortValue?: (row: Row) => string | number | undefined;
  /** The server sorts by this column. */
  sortable?: boolean;
  align?: 'start' | 'end';
  width?: string;
  /** Short values that are read at once: they are never broken. */
  oneLine?: boolean;
  /** The head of the card on a narrow screen; the first column when none is marked. */
  primary?: boolean;
};

export type Sort = { id: string; dir: 'asc' | 'desc' };

export type DataTableProps<Row> = {
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  rowId: (row: Row) => string;
  /** The order shown. Give it with `onSort` when it stands in the URL; else the table keeps its own. */
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Rows come in the order asked of the server. */
  serverSorted?: boolean;
  /** Below the table, for example a Pager. */
  footer?: ReactNode;
};
