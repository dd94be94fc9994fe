import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../ui/format-number';
import type { FileColumn } from './column-choice';
import classes from './mapping.module.css';

type Props = {
  column: FileColumn | undefined;
  /** Values that the mapping names already, whether or not the rows that were looked at have them. */
  known: string[];
  meaningOf: (value: string) => string | null;
  onChange: (value: string, meaning: string | null) => void;
  options: { value: string; label: string }[];
  /** What a value means that is given no meaning. */
  none: string;
};

/** What each value of a column means. */
export function ValueMeanings({ column, known, meaningOf, onChange, options, none }: Props) {
  const { t } = useTranslation();
  if (!column) return null;
  const seen = column.values ?? [];
  const others = known
    .filter((value) => !seen.some((one) => one.value === value))
    .map((value) => ({ value, count: 0 }));
  return (
    <>
      {column.values === null && <p className={classes.note}>{t('mapping.tooMany', { name: column.name })}</p>}
      <ul className={classes.meanings}>
        {[...seen, ...others].map(({ value, count }) => (
          <li key={value}>
            <span className={classes.value}>
              {value}
              <small className="figures">
                {count > 0 ? t('mapping.inRows', { count, rows: formatNumber(count) }) : t('mapping.inNoRow')}
              </small>
            </span>
            <NativeSelect
              size="xs"
              aria-label={t('mapping.meaningOf', { value })}
              data={[{ value: '', label: none }, ...options]}
              value={meaningOf(value) ?? ''}
              onChange={({ currentTarget }) => onChange(value, currentTarget.value || null)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
