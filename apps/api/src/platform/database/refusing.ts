import type { DomainError } from '@accord/domain';
import { QueryFailedError } from 'typeorm';

/** Runs `work`; when the row breaks the named constraint, the refusal that this stands for is thrown instead. */
export async function refusing<T>(constraint: string, refusal: DomainError, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const broken = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }).constraint : null;
    throw broken === constraint ? refusal : error;
  }
}
