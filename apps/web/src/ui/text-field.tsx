import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { HTMLInputTypeAttribute } from 'react';
import type { FieldProps } from './field-props';
import { useField } from './use-field';

type Props = FieldProps & {
  type?: HTMLInputTypeAttribute;
  autoComplete?: string;
  rows?: number;
  inputMode?: 'decimal' | 'numeric';
};

/** A line of text; several with `rows`; hidden with `type="password"`. */
export function TextField({ type = 'text', autoComplete, rows, inputMode, ...props }: Props) {
  const { field, shared } = useField(props);
  const all = {
    ...shared,
    value: (field.value as string | null | undefined) ?? '',
    onChange: field.onChange,
    autoComplete,
  };
  if (rows) return <Textarea {...all} autosize minRows={rows} maxRows={rows * 3} />;
  if (type === 'password') return <PasswordInput {...all} />;
  return <TextInput {...all} type={type} inputMode={inputMode} />;
}
