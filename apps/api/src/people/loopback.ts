import type { Request } from 'express';

/** Whether only this machine reaches the host. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}

const BY_PROXIES = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Whether a proxy says, by any of its usual headers, that the request is from somebody else. */
export function isForwarded({ headers }: Request): boolean {
  return BY_PROXIES.some((name) => headers[name] !== undefined);
}
