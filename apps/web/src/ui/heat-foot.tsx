import { memo } from 'react';
import { spanning } from './heat-row';
import type { HeatColumn, HeatPeriod, HeatTotals } from './heat-types';
import classes from './heat-foot.module.css';
import tableClasses from './heat-table.module.css';

type Props = { totals: HeatTotals; periods: HeatPeriod[]; before: HeatColumn[]; after: HeatColumn[] };

/** The sums of a heat table, in sight wherever one scrolls. */
export const HeatFoot = memo(function HeatFoot({ totals: { label, cells, total }, periods, before, after }: Props) {
  const first = 1 + before.length;
  return (
    <tfoot role="rowgroup" className={classes.foot}>
      <tr role="row" className={tableClasses.row}>
        <th role="rowheader" scope="row" colSpan={first} style={spanning(first)} className={classes.label}>
          {label}
        </th>
        {periods.map(({ id }) => (
          <td key={id} role="cell" data-align="center" data-tone={cells[id] ? 'bad' : undefined}>
            {cells[id]}
          </td>
        ))}
        {after.map(({ id, align }, place) => (
          <td key={id} role="cell" data-align={align} data-tone={total > 0 ? 'bad' : undefined}>
            {place === after.length - 1 && total}
          </td>
        ))}
      </tr>
    </tfoot>
  );
});
