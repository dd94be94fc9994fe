import { uuidv7 } from '../uuid.js';
import { log } from '../log.js';

/** Logs a fault, once, and says what people outside may know of it. */
export function reportFault(fault: unknown, where: Record<string, unknown>) {
  const correlationId = uuidv7();
  log.error({ correlationId, ...where, err: fault }, 'fault');
  return {
    code: 'FAULT',
    message: `Something went wrong on our side. Please try again; if it stays, report it as ${correlationId}.`,
    correlationId,
  };
}
