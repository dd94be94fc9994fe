import type { ApprovalNeed, ApprovalRule, ApproverSource, StageRule } from '@accord/domain';
import { z } from 'zod';
import { needed, optionalDecimal } from '../app/field-rules';
import { ArchetypeKeyCodes, type ApprovalNeedKind, type StageRuleFragment } from '../generated/graphql';
import { approvalStageSchema, stageInput, stageValues } from '../orders/approval-stage-values';
import { slugOf } from '../ui/slug-of';
import { codeOf, keyOf } from './offer-definition';

const automatic = z
  .object({
    /** Of a case that there is; a new one gets its own by its name. */
    key: z.string(),
    name: needed,
    amount: optionalDecimal,
    currency: needed,
    archetypes: z.array(z.enum(ArchetypeKeyCodes)),
    units: z.array(z.string()),
  })
  .refine(({ amount, archetypes, units }) => amount !== null || archetypes.length > 0 || units.length > 0, {
    path: ['amount'],
    message: 'catalog.approval.condition',
  });

export const approvalSchema = z.object({
  stages: z.array(approvalStageSchema).min(1, 'catalog.approval.noStage').max(10),
  automatic: z.array(automatic).max(10),
});
export type ApprovalValues = z.output<typeof approvalSchema>;

export const newCase = (currency: string): ApprovalValues['automatic'][number] => ({
  key: '',
  name: '',
  amount: null,
  currency,
  archetypes: [],
  units: [],
});

/** A rule as the fields hold it. */
export function approvalValues(rule: ApprovalRule, currency: string): ApprovalValues {
  return {
    stages: rule.stages.map((stage) => stageValues(codedStage(stage))),
    automatic: rule.automatic.map(({ key, name, when: { upTo, archetypes = [], entitledUnits = [] } }) => ({
      key,
      name,
      amount: upTo?.amount ?? null,
      currency: upTo?.currency ?? currency,
      archetypes: archetypes.map((one) => codeOf(one) as ApprovalValues['automatic'][number]['archetypes'][number]),
      units: [...entitledUnits],
    })),
  };
}

/** The rule that the fields stand for. */
export function approvalOf({ stages, automatic }: ApprovalValues): ApprovalRule {
  return {
    stages: stages.map(stageOf),
    automatic: automatic.map(({ key, name, amount, currency, archetypes, units }) => ({
      key: key || slugOf(name).slice(0, 40),
      name,
      when: {
        ...(amount !== null && { upTo: { amount, currency } }),
        ...(archetypes.length > 0 && { archetypes: archetypes.map(keyOf) as never }),
        ...(units.length > 0 && { entitledUnits: units }),
      },
    })),
  };
}

/** A stage of a rule with the codes of the contract, which our words go by. */
export function codedStage({ need, from, ...stage }: StageRule): StageRuleFragment {
  const [kind, value] = typeof need === 'string' ? [need, null] : Object.entries(need)[0]!;
  return {
    ...stage,
    need: codeOf(kind) as ApprovalNeedKind,
    value,
    from: from.map((source) => ({
      kind: codeOf(source.kind) as StageRuleFragment['from'][number]['kind'],
      team: 'team' in source ? source.team : null,
      role: 'role' in source ? (codeOf(source.role) as StageRuleFragment['from'][number]['role']) : null,
      within: 'within' in source ? (codeOf(source.within) as StageRuleFragment['from'][number]['within']) : null,
    })),
  };
}

function stageOf(values: ApprovalValues['stages'][number]): StageRule {
  const { key, name, need, value, from, remindAfter = null } = stageInput(values);
  const few = need === 'COUNT' || need === 'PERCENT';
  return {
    key,
    name,
    need: (few ? { [keyOf(need)]: value } : keyOf(need)) as ApprovalNeed,
    from: from.map(({ kind, team, role, within }): ApproverSource => {
      if (kind === 'TEAM') return { kind: 'team', team: team! };
      if (kind === 'ROLE') return { kind: 'role', role: keyOf(role!) as never, within: keyOf(within!) as never };
      return { kind: keyOf(kind) as 'provider' };
    }),
    remindAfter,
  };
}
