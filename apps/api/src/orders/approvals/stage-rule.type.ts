import type { ApprovalNeed, ApproverSource, Role, StageRule } from '@accord/domain';
import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow, ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { RoleEnum } from '../../people/roles.type.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

const NEED_KINDS = ['any', 'all', 'count', 'percent'] as const;
const SOURCE_KINDS = ['budgetOwner', 'serviceOwner', 'provider', 'team', 'role'] as const;
const PLACES = ['organisation', 'unit', 'service'] as const;

export const ApprovalNeedKindEnum = upperSnakeEnum(NEED_KINDS);
const ApproverSourceKindEnum = upperSnakeEnum(SOURCE_KINDS);
const ApproverPlaceEnum = upperSnakeEnum(PLACES);

registerEnumType(ApprovalNeedKindEnum, {
  name: 'ApprovalNeedKind',
  description: 'How many of those asked have to approve: any of them, all, a count, or a percentage rounded up.',
});
registerEnumType(ApproverSourceKindEnum, { name: 'ApproverSourceKind' });
registerEnumType(ApproverPlaceEnum, {
  name: 'ApproverPlace',
  description:
    'From where holders of a role are looked for outwards. UNIT: the paying unit, those above it, the organisation. SERVICE: the service, its provider, the organisation.',
});

@ObjectType({ description: 'Where people of a stage come from.' })
export class ApproverSourceType {
  @Field(() => ApproverSourceKindEnum)
  kind!: (typeof SOURCE_KINDS)[number];

  @Field(() => String, { nullable: true, description: 'Slug of the team, for TEAM.' })
  team!: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'For ROLE.' })
  role!: Role | null;

  @Field(() => ApproverPlaceEnum, { nullable: true, description: 'For ROLE.' })
  within!: (typeof PLACES)[number] | null;
}

@ObjectType({ description: 'A stage as a rule states it.' })
export class ApprovalStageRule {
  @Field()
  key!: string;

  @Field()
  name!: string;

  @Field(() => ApprovalNeedKindEnum)
  need!: (typeof NEED_KINDS)[number];

  @Field(() => Int, { nullable: true, description: 'Of COUNT and PERCENT.' })
  value!: number | null;

  @Field(() => [ApproverSourceType])
  from!: ApproverSourceType[];

  @Field(() => Int, { nullable: true, description: 'Business days; null = nobody is reminded.' })
  remindAfter!: number | null;
}

@InputType()
export class ApproverSourceInput {
  @Field(() => ApproverSourceKindEnum)
  @Allow()
  kind!: (typeof SOURCE_KINDS)[number];

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(80)
  team?: string | null;

  @Field(() => RoleEnum, { nullable: true })
  @Allow()
  role?: Role | null;

  @Field(() => ApproverPlaceEnum, { nullable: true })
  @Allow()
  within?: (typeof PLACES)[number] | null;
}

@InputType()
export class ApprovalStageInput {
  @Field({ description: 'Small letters, digits and hyphens; of one key the nearest unit wins.' })
  @MaxLength(40)
  key!: string;

  @Field()
  @MaxLength(80)
  name!: string;

  @Field(() => ApprovalNeedKindEnum)
  @Allow()
  need!: (typeof NEED_KINDS)[number];

  @Field(() => Int, { nullable: true })
  @Allow()
  value?: number | null;

  @Field(() => [ApproverSourceInput])
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @Type(() => ApproverSourceInput)
  from!: ApproverSourceInput[];

  @Field(() => Int, { nullable: true, defaultValue: 3 })
  @Allow()
  remindAfter?: number | null;
}

/** As the domain states a need: by its word, or with its number. */
export function needOf(kind: (typeof NEED_KINDS)[number], value: number | null | undefined): unknown {
  return kind === 'any' || kind === 'all' ? kind : { [kind]: value };
}

export function needParts(need: ApprovalNeed): { need: (typeof NEED_KINDS)[number]; value: number | null } {
  if (typeof need === 'string') return { need, value: null };
  return 'count' in need ? { need: 'count', value: need.count } : { need: 'percent', value: need.percent };
}

/** What a client wrote, as the domain reads it. */
export function stageOf({ need, value, from, ...stage }: ApprovalStageInput): unknown {
  return { ...stage, need: needOf(need, value), from: from.map(withoutNothing) };
}

export function ruleRow({ need, from, ...stage }: StageRule): ApprovalStageRule {
  return { ...stage, ...needParts(need), from: from.map(sourceRow) };
}

export function sourceRow(source: ApproverSource): ApproverSourceType {
  return { team: null, role: null, within: null, ...source };
}

function withoutNothing(source: ApproverSourceInput): object {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value != null));
}
