import { z } from 'zod';
import { decimalMark } from './decimal-comma.js';
import { column, fileFormat } from './file-format.js';
import { intervalParts } from './interval-cells.js';
import { serviceByValue } from './service-by-value.js';
import { timeFormat } from './time-format.js';

/** Events counted over intervals: each row says how many there were in one, and how many of them were good. */
export const countProfile = z.strictObject({
  kind: z.literal('counts'),
  format: fileFormat.prefault({}),
  time: timeFormat,
  ...intervalParts,
  good: column,
  total: column,
  /** Default: a point, and nothing parts the thousands. */
  decimalMark,
  service: serviceByValue.optional(),
});
export type CountProfile = z.output<typeof countProfile>;
