import { memo } from 'react';
import type { HeatCell, HeatColumn, HeatPeriod, HeatRow, HeatTarget } from './heat-types';
import { verdictGlyph } from './verdict';
import classes from './heat-table.module.css';

type Props = {
  row: HeatRow;
  index: number;
  periods: HeatPeriod[];
  before: HeatColumn[];
  after: HeatColumn[];
  /** Addresses of the cells of a row. */
  hrefsOf: (row: HeatTarget) => (cell: HeatTarget) => string;
};

/** As many columns as a cell takes. */
export const spanning = (columns: number | undefined) =>
  columns === undefined || columns < 2 ? undefined : { gridColumn: `span ${columns}` };

/** A row in plain elements: of components and router links there would be thousands. */
export const HeatTableRow = memo(
  function HeatTableRow({ row, index, periods, before, after, hrefsOf }: Props) {
    const hrefOf = hrefsOf(row.target);
    return (
      <tr role="row" className={classes.row} data-row>
        <th role="rowheader" scope="row" className={classes.rowHead}>
          <a href={hrefOf(row.target)} data-head={index}>
            {row.label}
          </a>
          {row.hint && <span className={classes.hint}>{row.hint}</span>}
        </th>
        {before.map((column) => (
          <td key={column.id} role="cell" className={standing} data-align={column.align}>
            {row.extra?.[column.id]}
          </td>
        ))}
        {cellsOf(row, periods).map(([column, cell]) =>
          cell ? (
            <td key={column} role="cell" colSpan={cell.span} style={spanning(cell.span)} className={looks(cell)}>
              <a href={hrefOf(cell.target)} data-cell={`${index}:${column}`} tabIndex={-1} aria-label={cell.label}>
                {cell.verdict !== 'MET' && <span aria-hidden>{verdictGlyph[cell.verdict]}</span>}
                {cell.text}
              </a>
            </td>
          ) : (
            <td key={column} role="cell" className={classes.none} />
          ),
        )}
        {after.map((column) => (
          <td key={column.id} role="cell" className={classes.extra} data-align={column.align}>
            {row.extra?.[column.id]}
          </td>
        ))}
      </tr>
    );
  },
  (a, b) => a.row === b.row && a.index === b.index && a.periods === b.periods,
);

/** The columns before the months stand still beside the first one. */
const standing = `${classes.extra} ${classes.fixed}`;

/** One attribute for all of them: two more would be thousands more. */
function looks({ bin, open, text, span = 1 }: HeatCell): string {
  const coloured = bin === null ? '' : ` ${classes['bin']} ${classes[`bin${bin}`]}`;
  const centred = text === '' ? ` ${classes['bare']}` : span > 1 ? ` ${classes['wide']}` : '';
  return `${classes.cell}${coloured}${centred}${open ? ` ${classes['open']}` : ''}`;
}

/** The cells of a row from left to right, each with its column: one that takes several leaves no room for those. */
function cellsOf({ cells }: HeatRow, periods: HeatPeriod[]): [number, HeatCell | undefined][] {
  const found: [number, HeatCell | undefined][] = [];
  for (let column = 0; column < periods.length;) {
    const cell = cells[periods[column]!.id];
    found.push([column, cell]);
    column += cell?.span ?? 1;
  }
  return found;
}
