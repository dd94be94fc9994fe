import { Link } from '@tanstack/react-router';
import type { HeatColumn, HeatPeriod, HeatRow } from './heat-types';
import { verdictGlyph } from './verdict';
import groupClasses from './heat-group.module.css';
import classes from './heat-cards.module.css';

type Props = { label: string; periods: HeatPeriod[]; rows: HeatRow[]; columns: HeatColumn[] };

/** The heat table for a narrow screen: a card a row, newest period first. */
export function HeatCards({ label, periods, rows, columns }: Props) {
  const newestFirst = [...periods].reverse();
  return (
    <ul className={classes.cards} aria-label={label}>
      {rows.map((row, index) => (
        <li key={index} data-row>
          {row.group !== undefined && row.group !== rows[index - 1]?.group && (
            <div className={groupClasses.cardGroup}>{row.group}</div>
          )}
          <div className={classes.card}>
            <Link {...row.target} className={classes.title}>
              {row.label}
            </Link>
            {row.hint && <div className={classes.hint}>{row.hint}</div>}
            <dl className={classes.extras}>
              {columns.map(({ id, header }) => (
                <div key={id}>
                  <dt>{header}</dt>
                  <dd>{row.extra?.[id]}</dd>
                </div>
              ))}
            </dl>
            <ul className={classes.cells}>
              {newestFirst.map((period) => {
                const cell = row.cells[period.id];
                if (!cell) return null;
                return (
                  <li key={period.id} data-bin={cell.bin ?? undefined}>
                    <Link {...cell.target} aria-label={cell.label}>
                      <small>{cell.periodLabel ?? period.label}</small>
                      <span>
                        {cell.verdict !== 'MET' && <b aria-hidden>{verdictGlyph[cell.verdict]} </b>}
                        {cell.text}
                      </span>
                    </Link>
                  </li>
                );
              })}
            </ul>
          </div>
        </li>
      ))}
    </ul>
  );
}
