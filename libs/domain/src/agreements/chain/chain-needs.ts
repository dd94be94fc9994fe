import type { ChainNeed } from '@accord/sla';
import type { ServiceSupport } from '../../catalog/supporting-services.js';
import { AGREEMENT_KINDS } from '../agreement-kind.js';
import { type ChainPromise, plainlyMeansTheSame } from './chain-promise.js';

/** Promises in force, and which services rest on which. */
export interface ChainWorld {
  readonly promises: readonly ChainPromise[];
  readonly supports: readonly ServiceSupport[];
}

/** What a promise rests on, and what its terms name that is not in force. */
export interface Needs {
  readonly needs: readonly ChainNeed[];
  readonly notInForce: readonly string[];
}

/** Finds what promises rest on. */
export class ChainNeeds {
  private readonly byId: ReadonlyMap<string, ChainPromise>;
  private readonly byService = new Map<string, ChainPromise[]>();
  private readonly below = new Map<string, string[]>();

  constructor({ promises, supports }: ChainWorld) {
    this.byId = new Map(promises.map((promise) => [promise.id, promise]));
    for (const promise of promises)
      this.byService.set(promise.serviceId, [...(this.byService.get(promise.serviceId) ?? []), promise]);
    for (const { serviceId, supportingServiceId } of supports)
      this.below.set(serviceId, [...(this.below.get(serviceId) ?? []), supportingServiceId]);
  }

  get(id: string): ChainPromise | undefined {
    return this.byId.get(id);
  }

  /**
   * What the terms name; else what stands next to it on its own service: the OLA under the SLA, the contract under the OLA.
   * An SLA promises the service as a whole: its availability also rests on what is promised on every service beneath, each
   * once. OLA and contract promise their provider's own part; and a ticket is worked on where it lies.
   */
  of(promise: ChainPromise): Needs {
    if (promise.underpinnedBy.length === 0) return { needs: this.derived(promise), notInForce: [] };
    const named = promise.underpinnedBy.flatMap(({ commitmentIds }) => commitmentIds);
    const needs = promise.underpinnedBy.flatMap(({ commitmentIds, needed }): ChainNeed[] => {
      const anyOf = commitmentIds.filter((id) => this.byId.has(id));
      if (anyOf.length === 0) return [];
      return needed === commitmentIds.length ? anyOf : [{ anyOf, needed: Math.min(needed, anyOf.length) }];
    });
    return { needs, notInForce: named.filter((id) => !this.byId.has(id)) };
  }

  private derived(promise: ChainPromise): string[] {
    const isWhole = promise.agreementKind === 'sla' && promise.promise.indicator.kind === 'availability';
    return [...this.next(promise), ...(isWhole ? this.beneath(promise) : [])];
  }

  /** The promises of the next kind on the same service. */
  private next(promise: ChainPromise): string[] {
    const others = this.alike(promise.serviceId, promise).filter(({ id }) => id !== promise.id);
    const rank = rankOf(promise);
    return idsOf(highest(others.filter((other) => rankOf(other) > rank)));
  }

  private beneath(promise: ChainPromise): string[] {
    const found: string[] = [];
    const reached = new Set(this.below.get(promise.serviceId) ?? []);
    for (const serviceId of reached) {
      if (serviceId === promise.serviceId) continue;
      const alike = this.alike(serviceId, promise);
      const contracted = highest(alike.filter(({ agreementKind }) => agreementKind !== 'sla'));
      // Where only customers are promised something, that says what can be counted on, and covers what lies beneath.
      found.push(...idsOf(contracted.length > 0 ? contracted : alike));
      if (alike.length > 0 && contracted.length === 0) continue;
      for (const next of this.below.get(serviceId) ?? []) reached.add(next);
    }
    return found;
  }

  private alike(serviceId: string, { promise: { indicator } }: ChainPromise): ChainPromise[] {
    const others = this.byService.get(serviceId) ?? [];
    return others.filter((other) => plainlyMeansTheSame(indicator, other.promise.indicator));
  }
}

const rankOf = ({ agreementKind }: ChainPromise): number => AGREEMENT_KINDS.indexOf(agreementKind);

function highest(promises: readonly ChainPromise[]): readonly ChainPromise[] {
  const rank = Math.min(...promises.map(rankOf));
  return promises.filter((promise) => rankOf(promise) === rank);
}

const idsOf = (promises: readonly ChainPromise[]): string[] => promises.map(({ id }) => id);
