import { Checkbox, Fieldset } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from './format-number';
import classes from './facet-list.module.css';

export type FacetValue = { value: string; label: string; count: number };

type Props = {
  label: string;
  values: FacetValue[];
  selected: string[];
  onChange: (selected: string[]) => void;
  first?: number;
};

/** What narrows a list, with the number of hits each choice has. A chosen value stays even when it has none. */
export function FacetList({ label, values, selected, onChange, first = 8 }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = values.filter(({ value }, index) => all || index < first || selected.includes(value));
  if (values.length === 0) return null;

  const toggle = (value: string) =>
    onChange(selected.includes(value) ? selected.filter((other) => other !== value) : [...selected, value]);

  return (
    <Fieldset legend={label} variant="unstyled" classNames={{ legend: classes.legend }}>
      <ul className={classes.values}>
        {shown.map(({ value, label: name, count }) => (
          <li key={value}>
            <Checkbox
              size="xs"
              checked={selected.includes(value)}
              onChange={() => toggle(value)}
              label={
                <span className={classes.label}>
                  <span>{name}</span> <span className="figures quiet">{formatNumber(count)}</span>
                </span>
              }
              classNames={{ body: classes.body, labelWrapper: classes.labelWrapper }}
            />
          </li>
        ))}
      </ul>
      {values.length > first && (
        <button type="button" className={classes.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('ui.facet.fewer') : t('ui.facet.more', { count: values.length - first })}
        </button>
      )}
    </Fieldset>
  );
}
