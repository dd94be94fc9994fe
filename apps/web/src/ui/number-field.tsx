import { NumberInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldProps } from './field-props';
import { useField } from './use-field';

type Props = FieldProps & {
  min?: number;
  max?: number;
  step?: number;
  suffix?: ReactNode;
  /** Keeps the text as an exact decimal string (percent, money) instead of a number. */
  exact?: boolean;
  decimals?: number;
};

/** A number. With `exact` its value stays the text as typed, which the form's rule judges: a decimal as the contract takes it. */
export function NumberField({ min, max, step, suffix, exact, decimals, ...props }: Props) {
  const { field, shared } = useField(props);
  const section = { rightSection: suffix, rightSectionWidth: suffix ? 56 : undefined };
  const value = (field.value as string | number | null | undefined) ?? '';
  if (exact) return <TextInput {...shared} {...section} inputMode="decimal" value={value} onChange={field.onChange} />;
  return (
    <NumberInput
      {...shared}
      {...section}
      min={min}
      max={max}
      step={step}
      decimalScale={decimals}
      // A comma typed for a point must not turn 1,5 into 15.
      allowedDecimalSeparators={['.', ',']}
      allowDecimal={decimals !== 0}
      hideControls={Boolean(suffix)}
      value={value}
      onChange={(next) => field.onChange(next === '' ? null : Number(next))}
    />
  );
}
