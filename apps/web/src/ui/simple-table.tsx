import type { ReactNode } from 'react';
import { ScrollBox } from './scroll-box';
import classes from './simple-table.module.css';
import { useNarrow } from './use-narrow';

type Props = { label: string; head: string[]; rows: ReactNode[][]; numeric?: number[] };

/** So many columns fit on a phone. */
const mostOnPhone = 3;

/** Longer ones scroll by themselves. */
const longFrom = 25;

/** A few values in rows and columns, for reading: behind charts, in panels. What a phone is too narrow for stands row by row. */
export function SimpleTable(props: Props) {
  const narrow = useNarrow();
  return narrow && props.head.length > mostOnPhone ? <Rows {...props} /> : <Table {...props} />;
}

/** Each row under its first value, the heads as labels. */
function Rows({ label, head, rows }: Props) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {rows.map(([first, ...values], index) => (
        <li key={index}>
          <div>{first}</div>
          <dl>
            {values.map((value, column) => (
              <div key={column} className={classes.pair}>
                <dt>{head[column + 1]}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Table({ label, head, rows, numeric = [] }: Props) {
  return (
    <ScrollBox label={label} className={classes.scroll} long={rows.length >= longFrom}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {head.map((name, column) => (
              <th key={name} scope="col" data-numeric={numeric.includes(column) || undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((value, column) => (
                <td key={column} data-numeric={numeric.includes(column) || undefined}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
