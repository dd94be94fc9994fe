import { Link, useRouter } from '@tanstack/react-router';
import { Fragment, memo, useLayoutEffect, useRef, type CSSProperties, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { HeatCards } from './heat-cards';
import groupClasses from './heat-group.module.css';
import { HeatLegend } from './heat-legend';
import { HeatFoot } from './heat-foot';
import type { HeatColumn, HeatPeriod, HeatRow, HeatTarget, HeatTotals } from './heat-types';
import { ScrollBox } from './scroll-box';
import { useNarrow } from './use-narrow';
import { useRovingCells } from './use-roving-cells';
import { verdictGlyph } from './verdict';
import classes from './heat-table.module.css';

type Props = {
  /** What the table is about; its caption, for screen readers. */
  label: string;
  /** The head of the first column. */
  rowHeader: string;
  periods: HeatPeriod[];
  rows: HeatRow[];
  columns?: HeatColumn[];
  totals?: HeatTotals;
};

/**
 * Results by row and period as a plain table: the figure stands in every cell, a missed one carries a sign, the colour
 * is its margin to the row's own target. One tab stop; arrows move, Enter opens.
 */
export function HeatTable({ label, rowHeader, periods, rows, columns = [], totals }: Props) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const router = useRouter();
  const roving = useRovingCells(rows.length, periods.length);
  const before = columns.filter(({ place }) => place === 'before');
  const after = columns.filter(({ place }) => place === 'after');

  // Thousands of router links would cost more than the table; plain anchors and one handler do the same. The cells of a
  // row differ in what stands behind the question mark only.
  const hrefsOf = (row: HeatTarget) => {
    const { href } = router.buildLocation({ to: row.to, params: row.params } as never);
    return ({ search }: HeatTarget) =>
      href + router.options.stringifySearch!((search ?? {}) as Record<string, unknown>);
  };
  const follow = (event: MouseEvent) => {
    const anchor = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[data-cell]');
    if (!anchor || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const [row = 0, column = 0] = anchor.dataset['cell']?.split(':').map(Number) ?? [];
    const cell = rows[row]?.cells[periods[column]?.id ?? ''];
    if (cell) void router.navigate(cell.target as never);
  };

  // Where the months do not fit, the newest ones are seen first.
  const box = useRef<HTMLDivElement>(null);
  const months = periods.length;
  useLayoutEffect(() => {
    if (box.current) box.current.scrollLeft = box.current.scrollWidth;
  }, [narrow, months]);

  if (narrow) return <HeatCards periods={periods} rows={rows} columns={columns} label={label} />;

  return (
    <div>
      <HeatLegend />
      <ScrollBox ref={box} label={label} className={classes.scroll}>
        <table className={classes.table}>
          <caption className={classes.caption}>{`${label}. ${t('ui.heat.keys')}`}</caption>
          <thead>
            <tr>
              <th scope="col" className={classes.corner}>
                {rowHeader}
              </th>
              {before.map((column, place) => (
                <th
                  key={column.id}
                  scope="col"
                  className={classes.fixed}
                  style={placed(place)}
                  data-align={column.align}
                >
                  {column.header}
                </th>
              ))}
              {periods.map((period) => (
                <th key={period.id} scope="col" data-align="center" abbr={period.longLabel}>
                  {period.label}
                </th>
              ))}
              {after.map((column) => (
                <th key={column.id} scope="col" data-align={column.align}>
                  {column.header}
                </th>
              ))}
            </tr>
          </thead>
          {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- serves the links within, which a key opens with a click */}
          <tbody {...roving} onClick={follow}>
            {rows.map((row, index) => (
              <Fragment key={row.id}>
                {row.group !== undefined && row.group !== rows[index - 1]?.group && (
                  <GroupHead name={row.group} columns={1 + columns.length + periods.length} />
                )}
                <Row row={row} index={index} periods={periods} before={before} after={after} hrefsOf={hrefsOf} />
              </Fragment>
            ))}
          </tbody>
          {totals && <HeatFoot totals={totals} periods={periods} before={before} after={after} />}
        </table>
      </ScrollBox>
    </div>
  );
}

/** The columns before the months stand still beside the first one, each at its own place. */
const placed = (place: number) => ({ '--place': place }) as CSSProperties;

/** The name of a group stays in sight when the months are scrolled. */
function GroupHead({ name, columns }: { name: string; columns: number }) {
  return (
    <tr>
      <th scope="rowgroup" colSpan={columns} className={groupClasses.group}>
        <span>{name}</span>
      </th>
    </tr>
  );
}

type RowProps = {
  row: HeatRow;
  index: number;
  periods: HeatPeriod[];
  before: HeatColumn[];
  after: HeatColumn[];
  /** Addresses of the cells of a row. */
  hrefsOf: (row: HeatTarget) => (cell: HeatTarget) => string;
};

const Row = memo(
  function Row({ row, index, periods, before, after, hrefsOf }: RowProps) {
    const hrefOf = hrefsOf(row.target);
    return (
      <tr data-row>
        <th scope="row" className={classes.rowHead}>
          <Link {...row.target}>{row.label}</Link>
          {row.hint && <span className={classes.hint}>{row.hint}</span>}
        </th>
        {before.map((column, place) => (
          <td
            key={column.id}
            className={`${classes.extra} ${classes.fixed}`}
            style={placed(place)}
            data-align={column.align}
          >
            {row.extra?.[column.id]}
          </td>
        ))}
        {periods.map((period, column) => {
          const cell = row.cells[period.id];
          if (periods.slice(0, column).some(({ id }, before) => before + (row.cells[id]?.span ?? 1) > column))
            return null;
          if (!cell) return <td key={period.id} className={classes.none} />;
          return (
            <td
              key={period.id}
              colSpan={cell.span}
              className={classes.cell}
              data-bin={cell.bin ?? undefined}
              data-open={cell.open || undefined}
            >
              <a
                href={hrefOf(cell.target)}
                data-cell={`${index}:${column}`}
                tabIndex={-1}
                aria-label={cell.label}
                title={cell.label}
              >
                {cell.verdict !== 'MET' && <span aria-hidden>{verdictGlyph[cell.verdict]}</span>}
                {cell.text}
              </a>
            </td>
          );
        })}
        {after.map((column) => (
          <td key={column.id} className={classes.extra} data-align={column.align}>
            {row.extra?.[column.id]}
          </td>
        ))}
      </tr>
    );
  },
  (a, b) => a.row === b.row && a.index === b.index && a.periods === b.periods,
);
