import type { ReactNode } from 'react';

/** What every field of a form takes. `name` is the path in the form's values, and in the input of the contract. */
export type FieldProps = {
  name: string;
  label: string;
  description?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  placeholder?: string;
};
