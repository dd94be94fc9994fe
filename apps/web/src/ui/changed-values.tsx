import { useTranslation } from 'react-i18next';
import { differences } from './json-differences';
import classes from './changed-values.module.css';

type Props = {
  label: string;
  before: unknown;
  after: unknown;
  /** Words for a path such as `ownerId`. */
  nameOf: (path: string) => string;
};

/** What an act changed, value by value: the old struck through, the new beside it. */
export function ChangedValues({ label, before, after, nameOf }: Props) {
  const { t } = useTranslation();
  const rows = differences(before, after);
  if (rows.length === 0) return <span className="quiet">{t('ui.changes.none')}</span>;
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('ui.changes.what')}</th>
          <th scope="col">{t('ui.changes.before')}</th>
          <th scope="col">{t('ui.changes.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.path}>
            <th scope="row">{nameOf(row.path)}</th>
            <td>{row.before === null ? '–' : <del>{row.before}</del>}</td>
            <td>{row.after === null ? '–' : <ins>{row.after}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
