import { TextInput } from '@mantine/core';
import type { FieldProps } from './field-props';
import { useField } from './use-field';

type Props = FieldProps & { min?: string; max?: string; withTime?: boolean };

/** A calendar day as YYYY-MM-DD, by the browser's own picker, which knows the reader's notation and keyboard. */
export function DateField({ min, max, withTime, ...props }: Props) {
  const { field, shared } = useField(props);
  return (
    <TextInput
      {...shared}
      type={withTime ? 'datetime-local' : 'date'}
      min={min}
      max={max}
      value={(field.value as string | null | undefined) ?? ''}
      onChange={(event) => field.onChange(event.currentTarget.value || null)}
    />
  );
}
