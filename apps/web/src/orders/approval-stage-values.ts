import { z } from 'zod';
import { needed } from '../app/field-rules';
import {
  ApprovalNeedKindCodes,
  ApproverPlaceCodes,
  ApproverSourceKindCodes,
  RoleCodes,
  type ApprovalStageInput,
  type StageRuleFragment,
} from '../generated/graphql';
import { slugOf } from '../ui/slug-of';

const source = z
  .object({
    kind: z.enum(ApproverSourceKindCodes),
    team: z.string().nullable(),
    role: z.enum(RoleCodes).nullable(),
    within: z.enum(ApproverPlaceCodes).nullable(),
  })
  .superRefine(({ kind, team, role }, context) => {
    const missing = (field: string) => context.addIssue({ code: 'custom', path: [field], message: 'ui.form.required' });
    if (kind === 'TEAM' && !team) missing('team');
    if (kind === 'ROLE' && !role) missing('role');
  });

export const approvalStageSchema = z
  .object({
    /** Of a stage that there is; a new one gets its own by its name. */
    key: z.string(),
    name: needed,
    need: z.enum(ApprovalNeedKindCodes),
    value: z.number().nullable(),
    from: z.array(source).min(1, 'ui.form.required'),
    remindAfter: z.int().min(1).max(30).nullable(),
  })
  .superRefine(({ need, value }, context) => {
    if ((need === 'COUNT' || need === 'PERCENT') && !value)
      context.addIssue({ code: 'custom', path: ['value'], message: 'ui.form.required' });
  });

export const unitStagesSchema = z.object({ stages: z.array(approvalStageSchema).max(10), reason: needed });
export type UnitStages = z.output<typeof unitStagesSchema>;
type Stage = UnitStages['stages'][number];

export const newSource = (): Stage['from'][number] => ({ kind: 'TEAM', team: null, role: null, within: null });

export const newStage = (): Stage => ({
  key: '',
  name: '',
  need: 'ANY',
  value: null,
  from: [newSource()],
  remindAfter: 3,
});

export function stageValues({ key, name, need, value, from, remindAfter }: StageRuleFragment): Stage {
  return {
    key,
    name,
    need,
    value,
    remindAfter,
    from: from.map(({ kind, team, role, within }) => ({ kind, team, role, within })),
  };
}

/** Without what its kind does not need. */
export function stageInput({ key, name, need, value, from, remindAfter }: Stage): ApprovalStageInput {
  return {
    key: key || slugOf(name).slice(0, 40),
    name,
    need,
    value: need === 'COUNT' || need === 'PERCENT' ? value : null,
    remindAfter,
    from: from.map(({ kind, team, role, within }) => ({
      kind,
      ...(kind === 'TEAM' && { team }),
      ...(kind === 'ROLE' && { role, within: within ?? 'UNIT' }),
    })),
  };
}
