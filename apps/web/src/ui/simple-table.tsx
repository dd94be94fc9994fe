import type { ReactNode } from 'react';
import { ScrollBox } from './scroll-box';
import classes from './simple-table.module.css';

type Props = { label: string; head: string[]; rows: ReactNode[][]; numeric?: number[] };

/** A few values in rows and columns, for reading: behind charts, in panels. */
export function SimpleTable({ label, head, rows, numeric = [] }: Props) {
  return (
    <ScrollBox label={label} className={classes.scroll}>
      <table className={classes.table}>
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
