import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from './field-props';
import type { Option } from './select-field';
import { useField } from './use-field';

type Props = FieldProps & {
  /** What the server found for the words typed. */
  options: Option[];
  onSearch: (words: string) => void;
  searching?: boolean;
  /** The value the form began with, whose label the options may not hold. */
  initial?: Option | null;
};

/** One of more things than a list should hold: the server searches while one types. */
export function RemoteSelectField({ options, onSearch, searching, initial, ...props }: Props) {
  const { t } = useTranslation();
  const { field, shared } = useField(props);
  const [chosen, setChosen] = useState<Option | null>(initial ?? null);
  const value = (field.value as string | null | undefined) ?? null;
  // The chosen one stays in the list under the name by which it was chosen, or the field would change with each search.
  const kept = chosen?.value === value ? chosen : null;
  const data = kept ? [kept, ...options.filter((option) => option.value !== value)] : options;
  return (
    <Select
      {...shared}
      data={data}
      value={value}
      onChange={(next, option) => {
        setChosen(next ? { value: next, label: option?.label ?? '' } : null);
        field.onChange(next);
      }}
      onSearchChange={(words) => onSearch(words === kept?.label ? '' : words)}
      searchable
      openOnFocus={false}
      clearable={!props.required}
      allowDeselect={!props.required}
      // The server has searched already, and tolerates typing errors.
      filter={({ options: all }) => all}
      nothingFoundMessage={searching ? t('ui.loading') : t('ui.nothingFound')}
    />
  );
}
