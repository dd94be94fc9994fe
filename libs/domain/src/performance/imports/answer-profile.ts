import { z } from 'zod';
import { isScale, SCALE_RULE } from '../../agreements/indicator.js';
import { column, fileFormat } from './file-format.js';
import { serviceByValue } from './service-by-value.js';
import { timeFormat } from './time-format.js';

/** Answers to a survey, one a row. Who answered, and what they wrote, is read by nobody. */
export const answerProfile = z.strictObject({
  kind: z.literal('answers'),
  format: fileFormat.prefault({}),
  time: timeFormat,
  /** What the source calls the answer, so that it is known again. */
  answer: column,
  observedAt: column,
  score: column,
  /** The same for every row. */
  scale: z
    .strictObject({ lowest: z.int(), highest: z.int() })
    .refine(({ lowest, highest }) => isScale(lowest, highest), `A scale ${SCALE_RULE}.`),
  /** The survey, by which commitments name it: a column, or the same for every row. */
  series: z.union([z.strictObject({ column }), z.strictObject({ name: z.string().trim().min(1).max(200) })]),
  service: serviceByValue.optional(),
});
export type AnswerProfile = z.output<typeof answerProfile>;
