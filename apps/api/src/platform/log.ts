import { pino } from 'pino';
import { toldOf } from './errors/told-of.js';

/** Faults and notices as JSON lines on standard error; what people should read at the start is printed plainly. */
export const log = pino(
  { base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: toldOf } },
  pino.destination({ fd: 2, sync: true }),
);
