import { z } from 'zod';
import { column, fileFormat } from './file-format.js';
import { serviceByValue } from './service-by-value.js';
import { timeFormat } from './time-format.js';

/** Events counted over intervals: each row says how many there were in one, and how many of them were good. */
export const countProfile = z.strictObject({
  kind: z.literal('counts'),
  format: fileFormat.prefault({}),
  time: timeFormat,
  from: column,
  /** A column, or how long every interval is. */
  to: z.union([column, z.strictObject({ minutes: z.int().min(1).max(44_640) })]),
  /** What is counted, by which commitments name it: a column, or the same for every row. */
  series: z.union([z.strictObject({ column }), z.strictObject({ name: z.string().trim().min(1).max(200) })]),
  good: column,
  total: column,
  service: serviceByValue.optional(),
});
export type CountProfile = z.output<typeof countProfile>;
