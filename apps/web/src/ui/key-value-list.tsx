import type { ReactNode } from 'react';
import classes from './key-value-list.module.css';

export type KeyValue = { label: string; value: ReactNode };

/** Facts about one thing, label by label; what is not known shows a dash, never nothing. */
export function KeyValueList({ items, columns = 1 }: { items: KeyValue[]; columns?: 1 | 2 | 3 }) {
  return (
    <dl className={classes.list} data-columns={columns}>
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
