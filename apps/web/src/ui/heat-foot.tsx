import type { HeatColumn, HeatPeriod, HeatTotals } from './heat-types';
import classes from './heat-foot.module.css';

type Props = { totals: HeatTotals; periods: HeatPeriod[]; before: HeatColumn[]; after: HeatColumn[] };

/** The sums of a heat table, in sight wherever one scrolls. */
export function HeatFoot({ totals: { label, cells, total }, periods, before, after }: Props) {
  return (
    <tfoot className={classes.foot}>
      <tr>
        <th scope="row" colSpan={1 + before.length} className={classes.label}>
          {label}
        </th>
        {periods.map(({ id }) => (
          <td key={id} data-align="center" data-tone={cells[id] ? 'bad' : undefined}>
            {cells[id] ?? 0}
          </td>
        ))}
        {after.map(({ id, align }, place) => (
          <td key={id} data-align={align} data-tone={total > 0 ? 'bad' : undefined}>
            {place === after.length - 1 && total}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
