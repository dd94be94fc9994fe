import { uuidv7 } from '../uuid.js';
import { log } from '../log.js';
import { isDatabaseTrouble } from './database-trouble.js';

/** Logs a fault, once, and says what people outside may know of it. */
export function reportFault(fault: unknown, where: Record<string, unknown>) {
  const correlationId = uuidv7();
  log.error({ correlationId, ...where, err: fault }, 'fault');
  const report = `if it stays, report it as ${correlationId}.`;
  if (isDatabaseTrouble(fault)) {
    const message = `The database cannot be used right now, and nothing was confirmed. Please try again in a minute; ${report}`;
    return { code: 'UNAVAILABLE', message, correlationId };
  }
  return {
    code: 'FAULT',
    message: `Something went wrong on our side. Please try again; ${report}`,
    correlationId,
  };
}
