import { UnstyledButton } from '@mantine/core';
import type { Column, Sort } from './data-table-types';
import classes from './data-table.module.css';

type Props<Row> = { column: Column<Row>; sort?: Sort; onSort: (sort: Sort) => void };

/** A column's head; a sortable one is a button that says its order. */
export function SortHead<Row>({ column, sort, onSort }: Props<Row>) {
  const { id, header, align, width } = column;
  const active = sort?.id === id ? sort.dir : undefined;
  const sortable = Boolean(column.sortValue ?? column.sortable);
  return (
    <th
      scope="col"
      data-align={align}
      style={{ width }}
      aria-sort={active ? (active === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      {sortable ? (
        <UnstyledButton className={classes.sort} onClick={() => onSort({ id, dir: active === 'asc' ? 'desc' : 'asc' })}>
          {header}
          <span aria-hidden data-active={active !== undefined || undefined}>
            {active === 'desc' ? '↓' : '↑'}
          </span>
        </UnstyledButton>
      ) : (
        header
      )}
    </th>
  );
}
