import { z } from 'zod';
import { column, fileFormat } from './file-format.js';
import { serviceByValue } from './service-by-value.js';
import { timeFormat } from './time-format.js';

/** A log of probes: each row says whether a service was up at a moment; that holds until its next row. */
export const probeProfile = z.strictObject({
  kind: z.literal('probes'),
  format: fileFormat.prefault({}),
  time: timeFormat,
  observedAt: column,
  status: z.strictObject({ column, up: z.array(z.string()).min(1), down: z.array(z.string()).min(1) }),
  service: serviceByValue.optional(),
});
export type ProbeProfile = z.output<typeof probeProfile>;
