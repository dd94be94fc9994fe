import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from './field-props';

/** Ties a field to the form around it: value, handlers, its error, and the id by which the error summary finds it. */
export function useField({ name, label, description, required, disabled, placeholder }: FieldProps) {
  const { t, i18n } = useTranslation();
  // A field that cannot be changed keeps its value: only its input is disabled.
  const { field, fieldState } = useController({ name });
  const message = fieldState.error?.message;
  return {
    field,
    shared: {
      id: fieldId(name),
      label,
      description,
      withAsterisk: required,
      placeholder,
      disabled,
      // No ref: after a failed try the summary takes focus, not the first field.
      name: field.name,
      onBlur: field.onBlur,
      // Schemas give keys of our words; the server gives sentences.
      error: message && (i18n.exists(message) ? t(message as 'ui.form.required') : message),
      'aria-required': required || undefined,
    },
  };
}

export function fieldId(name: string): string {
  return `field-${name.replaceAll('.', '-')}`;
}
