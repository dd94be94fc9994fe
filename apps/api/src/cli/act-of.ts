import type { INestApplicationContext } from '@nestjs/common';
import { Viewers } from '../people/viewers.js';
import type { Act } from '../platform/act/act.js';
import { Clock } from '../platform/clock.js';

/** Acts with the rights of the person, at this moment. @throws {DomainError} When nobody has the address. */
export async function actOf(accord: INestApplicationContext, email: string): Promise<Act> {
  const at = accord.get(Clock).now();
  return { viewer: await accord.get(Viewers, { strict: false }).ofEmail(email, at), at };
}
