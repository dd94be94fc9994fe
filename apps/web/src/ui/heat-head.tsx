import { memo } from 'react';
import type { HeatColumn, HeatPeriod } from './heat-types';
import classes from './heat-table.module.css';

type Props = { rowHeader: string; periods: HeatPeriod[]; before: HeatColumn[]; after: HeatColumn[] };

/** The names of the columns of a heat table, in sight wherever one scrolls. */
export const HeatHead = memo(function HeatHead({ rowHeader, periods, before, after }: Props) {
  return (
    <thead role="rowgroup" className={classes.head}>
      <tr role="row" className={classes.row}>
        <th role="columnheader" scope="col" className={classes.corner}>
          {rowHeader}
        </th>
        {before.map((column) => (
          <th key={column.id} role="columnheader" scope="col" className={classes.fixed} data-align={column.align}>
            {column.header}
          </th>
        ))}
        {periods.map((period) => (
          <th key={period.id} role="columnheader" scope="col" data-align="center" abbr={period.longLabel}>
            {period.label}
          </th>
        ))}
        {after.map((column) => (
          <th key={column.id} role="columnheader" scope="col" data-align={column.align}>
            {column.header}
          </th>
        ))}
      </tr>
    </thead>
  );
});
