import { Fragment, memo, useLayoutEffect, useMemo, useRef, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { HeatCards } from './heat-cards';
import { HeatFoot } from './heat-foot';
import groupClasses from './heat-group.module.css';
import { HeatHead } from './heat-head';
import { HeatLegend } from './heat-legend';
import { HeatTableRow } from './heat-row';
import type { HeatColumn, HeatPeriod, HeatRow, HeatTotals } from './heat-types';
import { ScrollBox } from './scroll-box';
import { useHeatLinks } from './use-heat-links';
import { useKeptScroll } from './use-kept-scroll';
import { useMarkedWide } from './use-marked-wide';
import { useNarrow } from './use-narrow';
import { useRovingCells } from './use-roving-cells';
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
 * is its margin to the row's own target. One tab stop; arrows move, Enter opens. Its rows are grids, so that the browser
 * lays out those in sight only; the roles say that it is a table all the same.
 */
export const HeatTable = memo(function HeatTable({ label, rowHeader, periods, rows, columns = none, totals }: Props) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const roving = useRovingCells(rows.length, periods.length);
  const { hrefsOf, handlers } = useHeatLinks(rows, periods);
  const before = useMemo(() => columns.filter(({ place }) => place === 'before'), [columns]);
  const after = useMemo(() => columns.filter(({ place }) => place === 'after'), [columns]);

  // Where the months do not fit, the newest ones are seen first.
  const box = useRef<HTMLDivElement>(null);
  const months = periods.length;
  const cameBack = useKeptScroll(box, 'heat', rows.length);
  const seen = useRef(cameBack ? months : null);
  useLayoutEffect(() => {
    if (box.current && seen.current !== months) box.current.scrollLeft = box.current.scrollWidth;
    seen.current = null;
  }, [narrow, months]);
  useMarkedWide(box, narrow);

  if (narrow) return <HeatCards periods={periods} rows={rows} columns={columns} label={label} />;

  return (
    <div>
      <HeatLegend />
      <ScrollBox ref={box} label={label} className={classes.scroll} keptAs="heat">
        <table role="table" className={classes.table} style={widths(before.length, months, after.length)}>
          <caption className={classes.caption}>{`${label}. ${t('ui.heat.keys')}`}</caption>
          <HeatHead rowHeader={rowHeader} periods={periods} before={before} after={after} />
          {/* One handler serves the links within, which a key opens with a click. */}
          <tbody role="rowgroup" {...roving} {...handlers}>
            {/* Rows by place: another order writes other words into them, which costs less than other rows. */}
            {rows.map((row, index) => (
              <Fragment key={index}>
                {row.group !== undefined && row.group !== rows[index - 1]?.group && (
                  <GroupHead name={row.group} columns={1 + columns.length + months} />
                )}
                <HeatTableRow
                  row={row}
                  index={index}
                  periods={periods}
                  before={before}
                  after={after}
                  hrefsOf={hrefsOf}
                />
              </Fragment>
            ))}
          </tbody>
          {totals && <HeatFoot totals={totals} periods={periods} before={before} after={after} />}
        </table>
      </ScrollBox>
    </div>
  );
});

const none: HeatColumn[] = [];

/** Every row is a grid of its own, so all must be told the same widths. */
function widths(before: number, months: number, after: number): CSSProperties {
  const [first, last] = [' var(--before)'.repeat(before), ' var(--after)'.repeat(after)];
  return {
    '--tracks': `var(--first)${first} repeat(${months}, minmax(var(--month), 1fr))${last}`,
    minWidth: `calc(var(--first) + ${before} * var(--before) + ${months} * var(--month) + ${after} * var(--after))`,
  } as CSSProperties;
}

/** The name of a group stays in sight when the months are scrolled. */
function GroupHead({ name, columns }: { name: string; columns: number }) {
  return (
    <tr role="row" className={classes.row}>
      <th role="rowheader" scope="rowgroup" colSpan={columns} className={groupClasses.group}>
        <span>{name}</span>
      </th>
    </tr>
  );
}
