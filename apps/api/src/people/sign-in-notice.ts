import { Injectable } from '@nestjs/common';
import type { StartNotice } from '../platform/start-notice.js';
import { DemoAccess } from './demo-access.js';
import { Database } from '../platform/database/database.js';
import { Enterprises } from './enterprises.js';
import { SetupCodes } from './setup-codes.js';

/** Tells at the start how to get in. */
@Injectable()
export class SignInNotice implements StartNotice {
  constructor(
    private readonly database: Database,
    private readonly enterprises: Enterprises,
    private readonly setupCodes: SetupCodes,
    private readonly demo: DemoAccess,
  ) {}

  async lines(): Promise<string[]> {
    const code = await this.setupCodes.ensure();
    if (code) return [`Nobody is in here yet. Create the first administrator there with this one-time code: ${code}`];
    const isDemo = (await this.enterprises.wantsDemo()) || (await this.demo.people(this.database.read)).length > 0;
    return [
      isDemo
        ? 'Sign in there as one of the demo people, with one click.'
        : 'Sign in with your e-mail address and password.',
    ];
  }
}
