import { DomainError } from '@accord/domain';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { unstorable, unstorableWords } from '../graphql/storable-text.js';

/** Refuses what cannot be kept in the parameters of an address, wherever they are read. */
@Injectable()
export class StorableGuard implements CanActivate {
  /** @throws {DomainError} `UNFIT` */
  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const { params, query } = context.switchToHttp().getRequest<Request>();
    const path = unstorable({ ...params, ...query }, []);
    if (path) throw new DomainError('UNFIT', unstorableWords(path.join('.')), [...path]);
    return true;
  }
}
