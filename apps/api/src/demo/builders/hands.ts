import type { Act } from '../../platform/act/act.js';

/** Finds a use case by its class. */
export type UseCases = <T>(useCase: abstract new (...args: never[]) => T) => T;

/** What builders work with: the use cases, somebody who proposes and records, and somebody else who decides. */
export interface Hands {
  get: UseCases;
  proposer(): Promise<Act>;
  decider(): Promise<Act>;
}
