import { Inject, Injectable, Optional } from '@nestjs/common';
import { hash, verify, type Algorithm, type Options } from '@node-rs/argon2';

/** What one guess costs. */
export type PasswordCost = Pick<Options, 'memoryCost' | 'timeCost' | 'parallelism'>;

/** Tests provide a cheaper one. */
export const PASSWORD_COST = Symbol('PasswordCost');

/** 19 MiB and two passes, as OWASP recommends for argon2id. */
const SENSIBLE_COST: PasswordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The package declares a const enum, of which nothing is left at runtime. */
const ARGON2ID = 2 as Algorithm.Argon2id;

/** Turns passwords into what may be stored, and checks them. */
@Injectable()
export class Passwords {
  private readonly options: Options;
  private decoy?: Promise<string>;

  constructor(@Optional() @Inject(PASSWORD_COST) cost: PasswordCost | null) {
    this.options = { ...(cost ?? SENSIBLE_COST), algorithm: ARGON2ID };
  }

  hash(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), this.options);
  }

  /** Takes as long whether there is a password to compare with or not. */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    this.decoy ??= this.hash('nobody has this password');
    const isSame = await verify(passwordHash ?? (await this.decoy), password.normalize('NFKC'));
    return passwordHash !== null && isSame;
  }
}
