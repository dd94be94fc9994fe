import { Checkbox } from '@mantine/core';
import type { FieldProps } from './field-props';
import { useField } from './use-field';

/** Yes or no. */
export function CheckboxField(props: FieldProps) {
  const { field, shared } = useField(props);
  const { withAsterisk: _asterisk, placeholder: _placeholder, ...rest } = shared;
  return (
    <Checkbox
      {...rest}
      checked={Boolean(field.value)}
      onChange={(event) => field.onChange(event.currentTarget.checked)}
    />
  );
}
