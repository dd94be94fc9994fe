import { z } from 'zod';
import { unitFault } from '../measurements/told-values.js';
import { decimalMark } from './decimal-comma.js';
import { column, fileFormat } from './file-format.js';
import { intervalParts } from './interval-cells.js';
import { serviceByValue } from './service-by-value.js';
import { timeFormat } from './time-format.js';

/** Values seen over intervals, such as times to answer: each row tells those of one. */
export const valueProfile = z.strictObject({
  kind: z.literal('values'),
  format: fileFormat.prefault({}),
  time: timeFormat,
  ...intervalParts,
  /** The values parted by blanks, such as `112 98.5 240`, or a histogram: `100:20 300:96 +Inf:100`. */
  values: column,
  /** What they are measured in: a column, or the same for every row. */
  unit: z.union([
    z.strictObject({ column }),
    z.strictObject({
      name: z
        .string()
        .trim()
        .refine((name) => unitFault(name) === null, 'must be a unit, such as ms'),
    }),
  ]),
  /** Default: a point, and nothing parts the thousands. */
  decimalMark,
  service: serviceByValue.optional(),
});
export type ValueProfile = z.output<typeof valueProfile>;
