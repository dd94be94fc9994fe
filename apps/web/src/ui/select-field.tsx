import { MultiSelect, Select } from '@mantine/core';
import type { FieldProps } from './field-props';
import { useField } from './use-field';

/** `depth`: how far below the others it stands. */
export type Option = { value: string; label: string; disabled?: boolean; depth?: number };
type Props = FieldProps & { options: Option[]; multiple?: boolean; clearable?: boolean };

/** One of several (or several, with `multiple`); long lists can be searched. */
export function SelectField({ options, multiple, clearable, ...props }: Props) {
  const { field, shared } = useField(props);
  const searchable = options.length > 8;
  // Set in where it is chosen from, and not once it is chosen.
  const depths = new Map(options.map(({ value, depth = 0 }) => [value, depth]));
  const renderOption = options.some(({ depth }) => depth)
    ? ({ option: { value, label } }: { option: Option }) => (
        <span style={{ paddingInlineStart: `${depths.get(value)}em` }}>{label}</span>
      )
    : undefined;
  if (multiple) {
    return (
      <MultiSelect
        {...shared}
        data={options}
        renderOption={renderOption}
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
      renderOption={renderOption}
      value={(field.value as string | null | undefined) ?? null}
      onChange={field.onChange}
      searchable={searchable}
      openOnFocus={false}
      clearable={clearable}
      allowDeselect={!props.required}
    />
  );
}
