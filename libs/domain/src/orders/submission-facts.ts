import type { DomainError } from '../domain-error.js';
import type { BudgetStand } from './budget.js';
import type { OrderableService, PlanRetiring } from './offer.js';
import type { OrderKind, SubscriptionState } from './order-kinds.js';

/** A live subscription that an item is about. */
export interface SubscriptionFacts {
  readonly state: SubscriptionState;
  readonly unitId: string;
  readonly planId: string;
  readonly quantity: number;
  /** Whether it has a term that can be renewed. */
  readonly hasTerm: boolean;
  /** The last day of a subscription that was terminated. */
  readonly endsOn: string | null;
  /** Number of an open order that changes it already; null = none. */
  readonly busyWith: string | null;
  /** Whether it becomes something else on a later day already. */
  readonly hasAhead?: boolean;
}

/** What the rules of a submission look at, of one item. */
export interface ItemFacts {
  readonly kind: OrderKind;
  readonly service: OrderableService;
  readonly plan: {
    readonly id: string;
    readonly serviceId: string;
    readonly name: string;
    readonly currency: string;
    readonly endedAt: Date | null;
    /** Whether it has no price until somebody is asked. */
    readonly priceOnRequest?: boolean;
    /** Last day on which it is ordered; null = open. */
    readonly endsOn: string | null;
  };
  readonly quantity: number;
  /** The day of the submission. */
  readonly today: string;
  /** The day on which it would begin. */
  readonly beginsOn: string;
  /** Where the plan has no prices on that day, the day on which they begin; null = it has some. */
  readonly pricedFrom: string | null;
  /** null for what makes a new one. */
  readonly subscription: (SubscriptionFacts & { readonly id: string; readonly serviceId: string }) | null;
  /** Whether a team manages the service today. */
  readonly hasTeam: boolean;
  /** What is decided of the end of its plan; null = nothing. */
  readonly retiring?: PlanRetiring | null;
  /** Whether the retirement of what the subscription has leads to this plan. */
  readonly isMigration?: boolean;
  /** Why who asks for it may not have it. */
  readonly entitlementRefusal?: DomainError | null;
  /** What is wrong with the answers to its form. */
  readonly formRefusals?: readonly DomainError[];
  /** What is wrong with the units that it sets aside. */
  readonly limitRefusals?: readonly DomainError[];
  /** Whether its plan sets units aside. */
  readonly setsAside?: boolean;
  /** Whether it sets aside what the subscription has already. */
  readonly keepsLimits?: boolean;
}

/** What the rules of a submission look at. */
export interface SubmissionFacts {
  readonly items: readonly ItemFacts[];
  readonly unit: { readonly id: string; readonly name: string; readonly endedAt: Date | null };
  /** The nearest budget up the unit tree that holds on the day on which the order begins; null = none. */
  readonly budget: BudgetStand | null;
  /** The day on which it begins, if that is after today. */
  readonly beginsLater?: string | null;
  /** What neither the nearest budget of its days nor one further up has room for, of this year and of later ones. */
  readonly lacking: readonly { readonly budget: BudgetStand; readonly needed: string }[];
  /** Why it could never be approved. */
  readonly approvalRefusals: readonly DomainError[];
}
