import type { ModuleRef } from '@nestjs/core';

/** What some noun provides under a token of the platform; null when none does. */
export function provided<T>(modules: ModuleRef, token: symbol): T | null {
  try {
    return modules.get<T>(token, { strict: false });
  } catch {
    return null;
  }
}
