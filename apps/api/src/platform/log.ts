import { pino } from 'pino';

/** Faults and notices as JSON lines on standard error; what people should read at the start is printed plainly. */
export const log = pino(
  { base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination({ fd: 2, sync: true }),
);
