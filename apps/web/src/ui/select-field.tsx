import { MultiSelect, Select } from '@mantine/core';
import type { FieldProps } from './field-props';
import { useField } from './use-field';

export type Option = { value: string; label: string; disabled?: boolean };
type Props = FieldProps & { options: Option[]; multiple?: boolean; clearable?: boolean };

/** One of several (or several, with `multiple`); long lists can be searched. */
export function SelectField({ options, multiple, clearable, ...props }: Props) {
  const { field, shared } = useField(props);
  const searchable = options.length > 8;
  if (multiple) {
    return (
      <MultiSelect
        {...shared}
        data={options}
        value={(field.value as string[] | undefined) ?? []}
        onChange={field.onChange}
        searchable
      />
    );
  }
  return (
    <Select
      {...shared}
      data={options}
      value={(field.value as string | null | undefined) ?? null}
      onChange={field.onChange}
      searchable={searchable}
      openOnFocus={false}
      clearable={clearable}
      allowDeselect={!props.required}
    />
  );
}
