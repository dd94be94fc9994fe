import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from './choice';
import type { DataTableProps, Sort } from './data-table-types';
import classes from './data-table.module.css';

type Props<Row> = DataTableProps<Row> & { onSort: (sort: Sort) => void };

const pageSize = 50;

/** The table for a narrow screen: a card a row, its heads as labels, the order in a list. */
export function DataCards<Row>({ label, columns, rows, rowId, sort, onSort, footer }: Props<Row>) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(pageSize);
  const primary = columns.find((column) => column.primary) ?? columns[0];
  const sortable = columns.filter((column) => column.sortValue ?? column.sortable);
  const options = sortable.flatMap(({ id, header }) => [
    { value: `${id}:asc`, label: `${header} ↑` },
    { value: `${id}:desc`, label: `${header} ↓` },
  ]);

  const choose = (value: string | null) => {
    const [id, dir] = value?.split(':') ?? [];
    if (id) onSort({ id, dir: dir === 'desc' ? 'desc' : 'asc' });
  };

  return (
    <div>
      {sortable.length > 0 && (
        <Choice
          label={t('ui.table.sort')}
          size="xs"
          data={options}
          none={sort ? undefined : '–'}
          value={sort ? `${sort.id}:${sort.dir}` : null}
          onChange={choose}
        />
      )}
      <ul className={classes.cards} aria-label={label}>
        {rows.slice(0, shown).map((row) => (
          <li key={rowId(row)} data-row className={classes.card}>
            {primary?.cell(row)}
            <dl>
              {columns
                .filter((column) => column !== primary)
                .map((column) => (
                  <div key={column.id} style={{ display: 'contents' }}>
                    <dt>{column.header}</dt>
                    <dd>{column.cell(row)}</dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <Button variant="default" fullWidth onClick={() => setShown(shown + pageSize)}>
          {t('ui.pager.more')}
        </Button>
      )}
      {footer}
    </div>
  );
}
