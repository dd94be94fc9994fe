import { z } from 'zod';
import { column, fileFormat } from './file-format.js';
import { serviceByValue } from './service-by-value.js';
import { timeFormat } from './time-format.js';

/** Times in which services were down, one a row. */
export const outageProfile = z.strictObject({
  kind: z.literal('outages'),
  format: fileFormat.prefault({}),
  time: timeFormat,
  /** What the source calls the outage, so that it is known again; without it, its beginning tells one from another. */
  number: column.optional(),
  from: column,
  /** Empty while it lasts. */
  to: column,
  cause: column.optional(),
  service: serviceByValue.optional(),
});
export type OutageProfile = z.output<typeof outageProfile>;
