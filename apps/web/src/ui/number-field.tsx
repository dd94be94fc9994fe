import { NumberInput } from '@mantine/core';
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

/** A number. With `exact` its value stays the decimal string that the contract takes. */
export function NumberField({ min, max, step, suffix, exact, decimals, ...props }: Props) {
  const { field, shared } = useField(props);
  return (
    <NumberInput
      {...shared}
      min={min}
      max={max}
      step={step}
      decimalScale={decimals}
      allowDecimal={exact || decimals !== 0}
      rightSection={suffix}
      rightSectionWidth={suffix ? 56 : undefined}
      hideControls={Boolean(suffix) || exact}
      value={(field.value as string | number | null | undefined) ?? ''}
      onChange={exact ? undefined : (value) => field.onChange(value === '' ? null : Number(value))}
      onValueChange={exact ? ({ value }, { source }) => source === 'event' && field.onChange(value) : undefined}
    />
  );
}
