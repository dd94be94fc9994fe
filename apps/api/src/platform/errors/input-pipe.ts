import { ValidationPipe } from '@nestjs/common';
import { InvalidInput } from './invalid-input.js';

/** Checks every input class by its class-validator rules; unknown fields of REST bodies are refused. */
export const inputPipe = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidUnknownValues: false,
  exceptionFactory: (failures) => InvalidInput.from(failures),
});
