import { codeWord } from '../i18n/code-word';
import { formatNamedValue } from './format-named-value';
import classes from './named-values.module.css';

export type NamedValue = { name: string; value?: string | null; unit: string };

/** Values by name, as an explanation gives them. */
export function NamedValues({
  label,
  values,
  zone,
  strong,
}: {
  label: string;
  values: NamedValue[];
  zone: string;
  strong?: boolean;
}) {
  if (values.length === 0) return null;
  return (
    <div>
      <div className={classes.label}>{label}</div>
      <dl className={classes.list} data-strong={strong || undefined}>
        {values.map((value) => (
          <div key={value.name}>
            <dt>{codeWord('performance.value', value.name)}</dt>
            <dd className="figures">{formatNamedValue(value, zone)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
