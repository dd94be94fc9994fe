import type { ArchetypeKey } from '../catalog/archetype.js';
import { moneyInWords } from '../currency.js';
import { Exact } from '../exact.js';
import type { ApprovalRule, AutomaticApproval, StageRule } from './approval-rule.js';

/** Days for which orders of the same service for the same people count as one, so that splitting gains nothing. */
export const SPLIT_DAYS = 30;

/** What is ordered of one service, as far as it decides who is asked. */
export interface OrderedService {
  readonly serviceId: string;
  readonly rule: ApprovalRule;
  readonly archetype: ArchetypeKey | null;
  /** Of this order and of what it may have been split from, as decimals. */
  readonly contractValue: string;
  /** Whether what is used is charged as well, which nobody knows yet. */
  readonly isMetered: boolean;
}

export interface ApprovalCase {
  readonly services: readonly OrderedService[];
  /** ISO 4217. */
  readonly currency: string;
  /** What units add, the nearest unit first. */
  readonly added: readonly (readonly StageRule[])[];
  /** Slugs of the beneficiary's unit and those above it. */
  readonly beneficiaryUnits: readonly string[];
}

/** A stage as an order will go through it. */
export interface PlannedStage extends StageRule {
  /** Whose rule it is; null = a unit's, or the same for all services of the order. */
  readonly serviceId: string | null;
  /** Which rule approves it; null = people do. */
  readonly automatic: { readonly key: string; readonly name: string; readonly sentence: string } | null;
  /** Why people decide although a rule names an amount that is not exceeded; null = that is not so. */
  readonly askedBecause: string | null;
}

/**
 * The stages of an order: those of its services, then those that its units add. What two services ask in the same words
 * of the same people is asked once; of units, the nearest wins for each key.
 */
export function planStages({ services, currency, added, beneficiaryUnits }: ApprovalCase): PlannedStage[] {
  const own = services.flatMap((service) => {
    const { automatic: rules } = service.rule;
    const fitting = rules.filter((rule) => applies(rule, service, currency, beneficiaryUnits));
    const automatic = fitting.find((rule) => !service.isMetered || !rule.when.upTo);
    const unsure = automatic ? undefined : fitting[0];
    return service.rule.stages.map((stage) => ({
      ...stage,
      serviceId: asksOfService(stage) ? service.serviceId : null,
      automatic: automatic ? told(automatic) : null,
      askedBecause: unsure ? unknownAmount(unsure) : null,
    }));
  });
  const seen = new Set<string>();
  const ofUnits = added.flat().filter(({ key }) => !seen.has(key) && seen.add(key));
  return [
    ...merged(own),
    ...ofUnits.map((stage) => ({ ...stage, serviceId: null, automatic: null, askedBecause: null })),
  ];
}

/** A rule for one service says nothing for another: what both ask is approved by a rule only where both say so. */
function merged(stages: readonly PlannedStage[]): PlannedStage[] {
  const same = (one: PlannedStage) => JSON.stringify([one.serviceId, one.need, one.from]);
  const first = new Map<string, PlannedStage>();
  for (const stage of stages) {
    const known = first.get(same(stage));
    const automatic = known?.automatic && stage.automatic;
    const askedBecause = known?.askedBecause ?? stage.askedBecause;
    first.set(same(stage), known ? { ...known, automatic: automatic ?? null, askedBecause } : stage);
  }
  return [...first.values()];
}

function asksOfService({ from }: StageRule): boolean {
  return from.some(
    ({ kind, ...source }) =>
      kind === 'serviceOwner' || kind === 'provider' || ('within' in source && source.within === 'service'),
  );
}

function applies(
  { when: { upTo, archetypes, entitledUnits } }: AutomaticApproval,
  { archetype, contractValue }: OrderedService,
  currency: string,
  beneficiaryUnits: readonly string[],
): boolean {
  if (upTo && (upTo.currency !== currency || new Exact(contractValue).gt(upTo.amount))) return false;
  if (archetypes && (archetype === null || !archetypes.includes(archetype))) return false;
  return !entitledUnits || entitledUnits.some((slug) => beneficiaryUnits.includes(slug));
}

/** A rule by amount does not approve what may cost any amount. */
function unknownAmount({ name }: AutomaticApproval): string {
  return `The rule "${name}" goes by the amount, and what is charged by use is not known before it is used.`;
}

function told({ key, name, when: { upTo, archetypes, entitledUnits } }: AutomaticApproval) {
  const conditions = [
    upTo && `the total contract value is at most ${moneyInWords(upTo.amount, upTo.currency)}`,
    archetypes && `the service is of the archetype ${archetypes.join(' or ')}`,
    entitledUnits && `the beneficiary belongs to ${entitledUnits.join(' or ')}`,
  ].filter((condition) => condition !== undefined);
  return { key, name, sentence: `Approved by the rule "${name}": ${conditions.join(', and ')}.` };
}
