import type { FieldErrors } from 'react-hook-form';
import type { FormProblem } from './error-summary';

/** The errors of a form as a flat list, sorted as their fields stand on the page. */
export function formProblems(errors: FieldErrors, position: (name: string) => number): FormProblem[] {
  return flatten(errors, '').sort((a, b) => position(a.name) - position(b.name));
}

function flatten(errors: object, path: string): FormProblem[] {
  return Object.entries(errors).flatMap(([key, error]: [string, unknown]) => {
    if (!error || typeof error !== 'object' || key === 'ref') return [];
    const name = key === 'root' ? '' : path ? `${path}.${key}` : key;
    const message = 'message' in error && typeof error.message === 'string' ? error.message : undefined;
    return message ? [{ name, message }] : flatten(error, name);
  });
}
