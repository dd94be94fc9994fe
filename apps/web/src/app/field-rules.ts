import { z } from 'zod';

/** What the fields of several forms have in common; the messages are keys of our words. */
export const needed = z.string('ui.form.required').trim().min(1, 'ui.form.required');
export const neededChoice = z.string('ui.form.required').min(1, 'ui.form.required');
export const slug = z
  .string()
  .trim()
  .min(1, 'ui.form.required')
  .max(80, 'ui.form.slug')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'ui.form.slug');
export const day = z.iso.date('ui.form.required');

/** An exact decimal kept as text; empty is not given. */
export const decimal = z
  .string('ui.form.required')
  .trim()
  .regex(/^-?\d+(\.\d+)?$/, {
    error: ({ input }) => (String(input).includes(',') ? 'ui.form.point' : 'ui.form.decimal'),
    abort: true,
  });
export const optionalDecimal = z.preprocess((value) => (value === '' ? null : value), decimal.nullable());

/** Text that may stay empty, which counts as not given. */
export const optionalText = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
  z.string().trim().nullable(),
);
