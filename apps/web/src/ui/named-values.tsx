import { codeWord } from '../i18n/code-word';
import { formatNamedValue } from './format-named-value';
import classes from './named-values.module.css';

export type NamedValue = { name: string; value?: string | null; unit: string };

/** What was stored comes in no order of its own: a time is read from its beginning to its end, before all else. */
function fromBeforeTo(one: NamedValue, other: NamedValue): number {
  const place = ({ name }: NamedValue) => (name === 'from' ? 0 : name === 'to' ? 1 : 2);
  return place(one) - place(other);
}

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
        {[...values].sort(fromBeforeTo).map((value) => (
          <div key={value.name}>
            <dt>{codeWord('performance.value', value.name)}</dt>
            <dd className="figures">{formatNamedValue(value, zone)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
