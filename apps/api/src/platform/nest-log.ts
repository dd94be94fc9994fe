import type { LoggerService } from '@nestjs/common';
import { log } from './log.js';

/** Nest's own messages in our log; its start-up chatter is left out. */
export const nestLog: LoggerService = {
  log: () => {},
  debug: () => {},
  verbose: () => {},
  warn: (message: unknown, context?: string) => log.warn({ context }, String(message)),
  error: (message: unknown, ...more: unknown[]) => log.error({ err: message, more: more.map(String) }, 'nest'),
  fatal: (message: unknown, ...more: unknown[]) => log.fatal({ err: message, more: more.map(String) }, 'nest'),
};
