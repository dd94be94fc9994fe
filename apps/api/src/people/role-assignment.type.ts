import type { ProposalState, Role, ScopeKind } from '@accord/domain';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Allow, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { payloadOf } from '../platform/errors/payload-of.js';
import { CalendarDateScalar } from '../platform/graphql/scalars.js';
import { Person } from './person.type.js';
import { ProposalStateEnum, RoleEnum, ScopeKindEnum } from './roles.type.js';

@ObjectType({
  description: 'A role given to a person for a scope and dates; in force once a second person approved it.',
})
export class RoleAssignment {
  @Field(() => ID)
  id!: string;

  @Field(() => Person)
  person?: Person;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => ScopeKindEnum)
  scopeKind!: ScopeKind;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the unit, service, provider or team; null for the whole organisation.',
  })
  scopeId?: string | null;

  @Field()
  scopeName?: string;

  @Field(() => CalendarDateScalar)
  from?: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  to?: string | null;

  @Field(() => ProposalStateEnum)
  state!: ProposalState;

  @Field(() => Person, { nullable: true })
  proposedBy?: Person | null;

  @Field()
  proposedAt!: Date;

  @Field(() => Person, { nullable: true })
  decidedBy?: Person | null;

  @Field(() => Date, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was proposed.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused or withdrawn.' })
  decisionReason!: string | null;

  @Field({ description: 'The only administrator acted alone.' })
  bootstrap!: boolean;

  @Field(() => Date, { nullable: true })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true })
  endReason!: string | null;
}

@InputType()
export class ProposeRoleInput {
  @Field(() => ID)
  @IsUUID()
  personId!: string;

  @Field(() => RoleEnum)
  @Allow()
  role!: Role;

  @Field(() => ScopeKindEnum)
  @Allow()
  scopeKind!: ScopeKind;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  scopeId?: string | null;

  @Field(() => CalendarDateScalar)
  @Allow()
  from!: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  @IsOptional()
  to?: string | null;

  @Field()
  @MaxLength(2000)
  reason!: string;
}

const RolePayload = payloadOf('roleAssignment', RoleAssignment);

@ObjectType()
export class ProposeRolePayload extends RolePayload {}

@ObjectType()
export class ApproveRolePayload extends RolePayload {}

@ObjectType()
export class RefuseRolePayload extends RolePayload {}

@ObjectType()
export class EndRolePayload extends RolePayload {}
