import { DomainError } from '../domain-error.js';

export const LIFECYCLES = ['proposed', 'chartered', 'live', 'retiring', 'retired'] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

/** What the rules of the moves look at. */
export interface ServiceMoveFacts {
  readonly name: string;
  readonly lifecycle: Lifecycle;
  readonly ownerId: string | null;
  /** Plans that can be bought. */
  readonly plans: number;
  /** Commitments on this service, in force now, of the SLAs that its plans name. */
  readonly commitmentsInForce: number;
  /** Services that rest on this one and are not retired. */
  readonly restedOnBy: number;
  /** Names of live and retiring services that rest on this one. */
  readonly carries: readonly string[];
  /** Numbers of its orders of which something is still to come. */
  readonly openOrders: readonly string[];
}

interface Move {
  readonly from: Lifecycle;
  readonly to: Lifecycle;
  /** Past participle, for sentences. */
  readonly done: string;
  /** How the audit calls it. */
  readonly action: string;
  /** Who decides: the BT management office alone, the service's owner as well, or nobody but a decided retirement. */
  readonly decidedBy: 'office' | 'owner' | 'retirement';
  /** Whether a reason must be given. */
  readonly asksWhy: boolean;
  readonly rules: readonly ((service: ServiceMoveFacts) => void)[];
}

/** The whole life of a service: customers see it while it is live or retiring. */
export const LIFECYCLE_MOVES = {
  charter: {
    from: 'proposed',
    to: 'chartered',
    done: 'chartered',
    action: 'service.chartered',
    decidedBy: 'office',
    asksWhy: false,
    rules: [],
  },
  publish: {
    from: 'chartered',
    to: 'live',
    done: 'published',
    action: 'service.published',
    decidedBy: 'owner',
    asksWhy: false,
    rules: [hasPlan, hasOwner, promises],
  },
  startRetiring: {
    from: 'live',
    to: 'retiring',
    done: 'retired',
    action: 'service.retiringStarted',
    decidedBy: 'retirement',
    asksWhy: false,
    rules: [],
  },
  undoRetiring: {
    from: 'retiring',
    to: 'live',
    done: 'brought back',
    action: 'service.retiringUndone',
    decidedBy: 'retirement',
    asksWhy: false,
    rules: [],
  },
  retire: {
    from: 'retiring',
    to: 'retired',
    done: 'retired for good',
    action: 'service.retired',
    decidedBy: 'retirement',
    asksWhy: false,
    rules: [carriesNothing, finished],
  },
} as const satisfies Record<string, Move>;
export type LifecycleMove = keyof typeof LIFECYCLE_MOVES;

/**
 * Where the move takes the service.
 *
 * @throws {DomainError} `WRONG_LIFECYCLE` when it cannot start from here, else the code of the rule that says no.
 */
export function moveService(service: ServiceMoveFacts, name: LifecycleMove): Lifecycle {
  const { from, to, done, rules }: Move = LIFECYCLE_MOVES[name];
  if (service.lifecycle !== from) {
    const sentence = `${service.name} is ${service.lifecycle}; only a ${from} service can be ${done}.`;
    throw new DomainError('WRONG_LIFECYCLE', sentence, ['lifecycle']);
  }
  for (const assertRule of rules) assertRule(service);
  return to;
}

/** The moves that start where the service stands. */
export function movesFrom(lifecycle: Lifecycle): LifecycleMove[] {
  const names = Object.keys(LIFECYCLE_MOVES) as LifecycleMove[];
  return names.filter((name) => LIFECYCLE_MOVES[name].from === lifecycle);
}

/** @throws {DomainError} `NO_OWNER` when customers use the service and nobody answers for it. */
export function assertOwned(service: Pick<ServiceMoveFacts, 'name' | 'lifecycle' | 'ownerId'>): void {
  if (service.lifecycle === 'live') hasOwner(service);
}

/** Nobody orders it, and others rest on it: it is there for them, and needs neither plan nor SLA of its own. */
const isOnlyRestedOn = ({ plans, restedOnBy }: ServiceMoveFacts): boolean => plans === 0 && restedOnBy > 0;

function hasPlan(service: ServiceMoveFacts): void {
  const { name, plans } = service;
  if (plans > 0 || isOnlyRestedOn(service)) return;
  const sentence = `${name} has no plan, and no service rests on it; add a plan that people can choose.`;
  throw new DomainError('NO_PLAN', sentence, ['plans']);
}

function hasOwner({ name, ownerId }: Pick<ServiceMoveFacts, 'name' | 'ownerId'>): void {
  if (ownerId === null)
    throw new DomainError('NO_OWNER', `${name} has no owner; name the person who answers for it.`, ['ownerId']);
}

function promises(service: ServiceMoveFacts): void {
  const { name, commitmentsInForce } = service;
  if (commitmentsInForce > 0 || isOnlyRestedOn(service)) return;
  const sentence = `${name} promises nothing yet: none of its plans names an SLA with a commitment on it in force.`;
  throw new DomainError('NO_COMMITMENT', sentence, ['commitments']);
}

function carriesNothing({ name, carries }: ServiceMoveFacts): void {
  if (carries.length === 0) return;
  throw new DomainError('IN_USE', `${name} still supports ${carries.join(', ')}.`, ['supportedServices']);
}

function finished({ name, openOrders }: ServiceMoveFacts): void {
  if (openOrders.length === 0) return;
  const named = openOrders.slice(0, 5).join(', ');
  const more = openOrders.length > 5 ? ` and ${openOrders.length - 5} more` : '';
  const sentence = `${name} still has open orders: ${named}${more}. They go on while it is retiring; complete or cancel them first.`;
  throw new DomainError('ORDERS_OPEN', sentence, ['orders']);
}
