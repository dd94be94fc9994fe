import { NumberInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from './field-props';
import { formatNumber } from './format-number';
import { useField } from './use-field';

type Props = FieldProps & {
  min?: number;
  max?: number;
  step?: number;
  suffix?: ReactNode;
  /** Keeps the text as an exact decimal string (percent, money) instead of a number. */
  exact?: boolean;
  whole?: boolean;
};

/** A number. With `exact` its value stays the text as typed, which the form's rule judges: a decimal as the contract takes it. */
export function NumberField({ min, max, step, suffix, exact, whole, ...props }: Props) {
  const { t } = useTranslation();
  const { field, shared } = useField(props);
  const section = { rightSection: suffix, rightSectionWidth: suffix ? 56 : undefined };
  const value = (field.value as string | number | null | undefined) ?? '';
  if (exact) return <TextInput {...shared} {...section} inputMode="decimal" value={value} onChange={field.onChange} />;
  const outside = typeof value === 'number' && (value < (min ?? value) || value > (max ?? value));
  const broken = whole && typeof value === 'number' && !Number.isInteger(value);
  const range = max === undefined ? 'ui.form.atLeast' : 'ui.form.between';
  const words = t(range, { min: formatNumber(min ?? 0), max: formatNumber(max ?? 0) });
  return (
    <NumberInput
      {...shared}
      {...section}
      error={shared.error || (broken && t('ui.form.whole')) || (outside && words)}
      // What was typed stays as it was typed: a number that does not fit is told, not changed.
      clampBehavior="none"
      min={min}
      max={max}
      step={step}
      // A comma typed for a point must not turn 1,5 into 15.
      allowedDecimalSeparators={['.', ',']}
      hideControls={Boolean(suffix)}
      value={value}
      onChange={(next) => field.onChange(next === '' ? null : Number(next))}
    />
  );
}
