import { SESSION_LONGEST_MS } from '@accord/domain';
import type { CookieOptions, Request, Response } from 'express';
import type { Config } from '../platform/config.js';
import { isLoopback } from './loopback.js';

/** The cookie that carries the session's token. */
export class SessionCookie {
  readonly name: string;
  private readonly options: CookieOptions;

  /** Browsers keep a `__Host-` cookie of https pages only; http is for loopback alone. */
  constructor({ publicUrl }: Pick<Config, 'publicUrl'>) {
    const { protocol, hostname } = new URL(publicUrl);
    const secure = !(protocol === 'http:' && isLoopback(hostname));
    this.name = secure ? '__Host-accord' : 'accord';
    this.options = { httpOnly: true, sameSite: 'lax', path: '/', secure };
  }

  read(request: Request): string | null {
    const token: unknown = request.cookies?.[this.name];
    return typeof token === 'string' && token !== '' ? token : null;
  }

  write(response: Response, token: string): void {
    response.cookie(this.name, token, { ...this.options, maxAge: SESSION_LONGEST_MS });
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.options);
  }
}
