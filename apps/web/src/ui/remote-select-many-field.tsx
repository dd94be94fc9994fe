import { MultiSelect } from '@mantine/core';
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
  /** The values the form began with, whose labels the options may not hold. */
  initial: readonly Option[];
};

/** Several of more things than a list should hold: the server searches while one types. */
export function RemoteSelectManyField({ options, onSearch, searching, initial, ...props }: Props) {
  const { t } = useTranslation();
  const { field, shared } = useField(props);
  const [known, setKnown] = useState<readonly Option[]>(initial);
  const values = (field.value as string[] | undefined) ?? [];
  // The chosen ones keep the names by which they were chosen, whatever the server finds next.
  const kept = values.flatMap((value) => known.find((option) => option.value === value) ?? []);
  const data = [...kept, ...options.filter(({ value }) => !values.includes(value))];
  return (
    <MultiSelect
      {...shared}
      data={data}
      value={values}
      onChange={(next) => {
        setKnown([...known, ...data]);
        field.onChange(next);
      }}
      onSearchChange={onSearch}
      searchable
      hidePickedOptions
      openOnFocus={false}
      // The server has searched already, and tolerates typing errors.
      filter={({ options: all }) => all}
      nothingFoundMessage={searching ? t('ui.loading') : t('ui.nothingFound')}
    />
  );
}
