import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { DataTableProps, Sort } from './data-table-types';
import { ScrollBox } from './scroll-box';
import { SortHead } from './sort-head';
import classes from './data-table.module.css';

type Props<Row> = DataTableProps<Row> & { onSort: (sort: Sort) => void };

const rowHeight = 44;
const virtualFrom = 150;

/** A real table, so that it is read and copied as one; of a long one only the rows in sight are in the document. */
export function DataTableView<Row>({ label, columns, rows, rowId, sort, onSort, footer }: Props<Row>) {
  const scroll = useRef<HTMLDivElement>(null);
  const long = rows.length > virtualFrom;
  // eslint-disable-next-line react-hooks/incompatible-library -- no compiler here that could memoize it
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: long,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: 0,
  });
  const items = virtual.getVirtualItems();
  const from = long ? (items[0]?.index ?? 0) : 0;
  const to = long ? (items.at(-1)?.index ?? -1) + 1 : rows.length;
  const above = long ? (items[0]?.start ?? 0) : 0;
  const below = long ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;

  return (
    <div className={classes.frame}>
      <ScrollBox ref={scroll} label={label} className={classes.scroll} long={long}>
        <table className={classes.table} aria-rowcount={long ? rows.length + 1 : undefined}>
          <caption className={classes.caption}>{label}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <SortHead key={column.id} column={column} sort={sort} onSort={onSort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {above > 0 && <tr aria-hidden style={{ height: above }} />}
            {rows.slice(from, to).map((row, index) => (
              <tr
                key={rowId(row)}
                data-row
                data-index={from + index}
                ref={long ? virtual.measureElement : undefined}
                aria-rowindex={long ? from + index + 2 : undefined}
              >
                {columns.map((column) => (
                  <td key={column.id} data-align={column.align} className={column.oneLine ? 'one-line' : undefined}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
            {below > 0 && <tr aria-hidden style={{ height: below }} />}
          </tbody>
        </table>
      </ScrollBox>
      {footer && <div className={classes.footer}>{footer}</div>}
    </div>
  );
}
