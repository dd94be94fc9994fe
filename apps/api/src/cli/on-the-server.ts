import type { INestApplicationContext } from '@nestjs/common';
import { FirstAdministrators } from '../people/first-administrators.js';
import { PasswordResets } from '../people/password-resets.js';
import { Clock } from '../platform/clock.js';

interface Because {
  reason: string;
}

/** @returns The exit code. */
export async function resetPassword(accord: INestApplicationContext, email: string, { reason }: Because) {
  const resets = accord.get(PasswordResets, { strict: false });
  const password = await resets.resetOnServer(accord.get(Clock).now(), email, reason);
  console.log(`The new password of ${email} is ${password}`);
  return 0;
}

/** @returns The exit code. */
export async function appointAdministrator(accord: INestApplicationContext, email: string, { reason }: Because) {
  const administrators = accord.get(FirstAdministrators, { strict: false });
  const { name } = await administrators.appointOnServer(accord.get(Clock).now(), email, reason);
  console.log(`${name} is an administrator now.`);
  return 0;
}
