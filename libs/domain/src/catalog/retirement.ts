import { addDays, type LocalDay } from '../agreements/local-day.js';
import { DomainError } from '../domain-error.js';
import { decisionMode, type DecisionMode, mayDecide } from '../people/second-person.js';
import { speaksForProvider, type Viewer } from '../people/viewer.js';
import type { Lifecycle } from './lifecycle.js';
import { type Limit, type LimitRange, limitRefusals } from './limits.js';
import type { PriceComponent } from './price.js';

export const RETIREMENT_STATES = ['proposed', 'decided', 'withdrawn', 'undone', 'ended'] as const;
export type RetirementState = (typeof RETIREMENT_STATES)[number];

/** When something ends. Days are inclusive. */
export interface RetirementDays {
  /** The first day without new orders; null = the day of the decision. */
  readonly closesOn: LocalDay | null;
  /** The last day on which it serves everybody who has it. */
  readonly endsOn: LocalDay;
}

/** What the days of a retirement are held against. */
export interface RetirementNotice {
  readonly today: LocalDay;
  /** Calendar days that subscribers are promised. */
  readonly noticeDays: number;
  readonly subscribers: number;
  /** Why subscribers hear of it later than that; null = they do not. */
  readonly shortNoticeReason: string | null;
}

/** @throws {DomainError} `DAY_PAST`, `DATES_REVERSED`, or `NOTICE_TOO_SHORT` unless it is said why. */
export function assertRetirementDays({ closesOn, endsOn }: RetirementDays, facts: RetirementNotice): void {
  const { today, noticeDays, subscribers, shortNoticeReason } = facts;
  if (endsOn < today) throw new DomainError('DAY_PAST', 'The last day has passed already.', ['endsOn']);
  if (closesOn !== null && closesOn > endsOn)
    throw new DomainError('DATES_REVERSED', 'It stops taking orders on its last day at the latest.', ['closesOn']);
  const earliest = addDays(today, noticeDays);
  if (endsOn >= earliest || subscribers === 0 || shortNoticeReason !== null) return;
  const sentence = `Subscribers are promised ${noticeDays} days' notice, so ${earliest} is the earliest last day; choose a later one, or say why not.`;
  throw new DomainError('NOTICE_TOO_SHORT', sentence, ['endsOn']);
}

/** What is to retire: a service, or one plan of it. */
export interface Retirable {
  readonly service: { readonly name: string; readonly lifecycle: Lifecycle };
  /** null = the whole service. */
  readonly plan: { readonly name: string; readonly ended: boolean } | null;
  /** Whether a retirement of the same is proposed or decided. */
  readonly hasOpenRetirement: boolean;
  /** Plans that could still be ordered once it is closed. */
  readonly plansAfter: number;
}

/** @throws {DomainError} `RETIREMENT_OPEN`, `WRONG_LIFECYCLE`, `PLAN_ENDED` or `LAST_PLAN`. */
export function assertRetirable({ service, plan, hasOpenRetirement, plansAfter }: Retirable): void {
  const { name, lifecycle } = service;
  const what = plan ? `${name}, plan ${plan.name},` : name;
  if (hasOpenRetirement)
    throw new DomainError('RETIREMENT_OPEN', `${what} is to retire already; withdraw or undo that first.`);
  if (lifecycle !== 'live' && !(plan && lifecycle === 'retiring'))
    throw new DomainError('WRONG_LIFECYCLE', `${name} is ${lifecycle}; only a live service is retired.`);
  if (plan?.ended) throw new DomainError('PLAN_ENDED', `The plan ${plan.name} has ended already.`, ['planId']);
  if (plan && lifecycle === 'live' && plansAfter === 0) {
    const sentence = `${name} has to keep a plan that can be ordered; retire the service instead.`;
    throw new DomainError('LAST_PLAN', sentence, ['planId']);
  }
}

/** Where who has a plan is led. */
export interface MigrationPath<Plan = MigrationPlan> {
  readonly plan: Plan;
  /** null = nowhere: who has it looks for something else. */
  readonly successor: Plan | null;
  /** Fields of the form of the successor and those of the plan's form that they are filled from. */
  readonly answers: readonly AnswerMapping[];
  /** What each of those who have the plan has set aside. */
  readonly held: readonly (readonly Limit[])[];
}

export interface AnswerMapping {
  readonly from: string;
  readonly to: string;
}

/** A plan as a path looks at it. */
export interface MigrationPlan {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  /** Whether it can be ordered, and is not to retire itself. */
  readonly isOffered: boolean;
  /** Fields of its service's form. */
  readonly fields: readonly string[];
  readonly prices: readonly PriceComponent[];
  readonly limits: readonly LimitRange[];
  /** Units of which the form asks. */
  readonly asked: readonly string[];
}

/**
 * @throws {DomainError} `OWN_SUCCESSOR`, `NOT_OFFERED`, `OTHER_CURRENCY`, `UNKNOWN_FIELD`, or `UNITS_DIFFER` when somebody
 *   has not set aside what the successor needs; with the place of the path.
 */
export function assertPaths(paths: readonly MigrationPath[]): void {
  paths.forEach(({ plan, successor, answers, held }, place) => {
    const refuse = (code: string, sentence: string, ...field: string[]) => {
      throw new DomainError(code, sentence, ['paths', String(place), ...field]);
    };
    if (!successor) return;
    if (paths.some((other) => other.plan.id === successor.id))
      refuse('OWN_SUCCESSOR', `${successor.name} retires as well; choose a plan that stays.`, 'successorId');
    if (!successor.isOffered) refuse('NOT_OFFERED', `${successor.name} cannot be ordered.`, 'successorId');
    if (successor.currency !== plan.currency)
      refuse(
        'OTHER_CURRENCY',
        `${successor.name} is priced in ${successor.currency}, ${plan.name} in ${plan.currency}.`,
        'successorId',
      );
    answers.forEach(({ from, to }, i) => {
      const field = (side: 'from' | 'to') => ['answers', String(i), side];
      if (!plan.fields.includes(from))
        refuse('UNKNOWN_FIELD', `The form of ${plan.name} has no field "${from}".`, ...field('from'));
      if (!successor.fields.includes(to))
        refuse('UNKNOWN_FIELD', `The form of ${successor.name} has no field "${to}".`, ...field('to'));
    });
    const why = unitsLacking(successor, held);
    if (why !== null)
      refuse(
        'UNITS_DIFFER',
        `Not everybody who has ${plan.name} could be moved to ${successor.name}: ${why} Choose another plan, or none, and let each of them order.`,
        'successorId',
      );
  });
}

/** Why somebody who has so much set aside could not be moved to the plan; units of which a form asks it answers. */
function unitsLacking(plan: MigrationPlan, held: readonly (readonly Limit[])[]): string | null {
  const { prices, asked } = plan;
  for (const carried of held) {
    const refusals = limitRefusals({ plan, prices, said: [], kept: [], carried, asked });
    const refusal = refusals.find(({ field }) => !asked.includes(field?.at(-1) ?? ''));
    if (refusal) return refusal.message;
  }
  return null;
}

/** Answers for the form of the successor: those of the same name go along, the others as they are mapped. */
export function migratedAnswers(
  answers: Readonly<Record<string, unknown>>,
  mapping: readonly AnswerMapping[],
): Record<string, unknown> {
  const mapped = mapping.filter(({ from }) => answers[from] !== undefined).map(({ from, to }) => [to, answers[from]]);
  return { ...answers, ...Object.fromEntries(mapped) };
}

/** Both mappings as one, where what one plan leads to leads on itself. */
export function chainedAnswers(first: readonly AnswerMapping[], then: readonly AnswerMapping[]): AnswerMapping[] {
  const originOf = (name: string) => first.findLast(({ to }) => to === name)?.from ?? name;
  return [...first, ...then.map(({ from, to }) => ({ from: originOf(from), to }))];
}

/** A retirement about which somebody decides. */
export interface DecidableRetirement {
  readonly state: RetirementState;
  readonly proposedById: string;
}

/** @throws {DomainError} `NOT_PROPOSED`, `PROVIDER_CONTACT` or `SECOND_PERSON_NEEDED`. */
export function decideRetirement(
  { state, proposedById }: DecidableRetirement,
  viewer: Viewer,
  administratorsEver: number,
): DecisionMode {
  if (state !== 'proposed')
    throw new DomainError('NOT_PROPOSED', `This retirement is ${state}; only a proposed one is decided.`);
  if (speaksForProvider(viewer))
    throw new DomainError('PROVIDER_CONTACT', "A provider's contact does not decide what is offered.");
  return decisionMode(viewer, { involved: [proposedById], administratorsEver });
}

/** Whether {@link decideRetirement} would let the viewer decide. */
export function mayDecideRetirement(
  { state, proposedById }: DecidableRetirement,
  viewer: Viewer,
  administratorsEver: number,
): boolean {
  return (
    state === 'proposed' &&
    !speaksForProvider(viewer) &&
    mayDecide(viewer, { involved: [proposedById], administratorsEver })
  );
}

/** What takes a retirement back: a proposal is withdrawn, a decision undone through its last day. */
export function takenBack(
  { state, endsOn }: { readonly state: RetirementState; readonly endsOn: LocalDay },
  today: LocalDay,
): 'withdrawn' | 'undone' {
  if (state === 'proposed') return 'withdrawn';
  if (state !== 'decided') throw new DomainError('NOT_OPEN', `This retirement is ${state} and stays so.`);
  if (endsOn < today) throw new DomainError('TOO_LATE', `The last day was ${endsOn}; it can no longer be undone.`);
  return 'undone';
}

/** What still holds a retirement up. */
export interface RetirementRest {
  /** Who has it still, by name. */
  readonly left: readonly string[];
  /** Numbers of its open orders. */
  readonly openOrders: readonly string[];
  /** Names of services that rest on it. */
  readonly carries: readonly string[];
}

/** Why it does not end although its last day has passed; null while that is ahead, or when nothing holds it up. */
export function retirementFinding(endsOn: LocalDay, today: LocalDay, rest: RetirementRest): string | null {
  const why = [
    ...(rest.left.length > 0 ? [`still used by ${listed(rest.left)}`] : []),
    ...(rest.openOrders.length > 0 ? [`still to be delivered with ${listed(rest.openOrders)}`] : []),
    ...(rest.carries.length > 0 ? [`still needed by ${listed(rest.carries)}`] : []),
  ];
  if (endsOn >= today || why.length === 0) return null;
  return `Its last day was ${endsOn}, and it is ${why.join(', ')}.`;
}

const MOST_NAMES = 5;

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
