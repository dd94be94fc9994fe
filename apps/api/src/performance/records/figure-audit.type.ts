import { FIGURE_AUDIT_STATES, type FigureAuditState } from '@accord/domain';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow, IsOptional, IsUrl, IsUUID, MaxLength } from 'class-validator';
import { SaysSomething } from '../../platform/errors/says-something.js';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

const FigureAuditStateEnum = upperSnakeEnum(FIGURE_AUDIT_STATES);

registerEnumType(FigureAuditStateEnum, {
  name: 'FigureAuditState',
  description: 'PROPOSED: somebody brought the report; CONFIRMED: it is the figure of record.',
});

@ObjectType({ description: 'What an audit found of a figure that was settled.' })
export class FigureAudit {
  @Field(() => ID)
  id!: string;

  @Field(() => DecimalScalar, { description: 'Percent, as our figure of the period.' })
  figure!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The figure that stood when it was brought.' })
  settledFigure!: string | null;

  @Field({ description: 'Who audited, and where the report is found.' })
  report!: string;

  @Field(() => String, { nullable: true })
  url!: string | null;

  @Field({ description: 'What it found wrong.' })
  reason!: string;

  @Field(() => FigureAuditStateEnum)
  state!: FigureAuditState;

  @Field(() => Date)
  proposedAt!: Date;

  @Field(() => Date, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  decisionReason!: string | null;
}

@InputType()
export class ProposeFigureAuditInput {
  @Field(() => ID, { description: 'Our result of the period.' })
  @IsUUID()
  resultId!: string;

  @Field(() => DecimalScalar, { description: 'Percent.' })
  @Allow()
  figure!: string;

  @Field()
  @SaysSomething()
  @MaxLength(300)
  report!: string;

  @Field(() => String, { nullable: true, description: 'Where it can be read; begins with https:// or http://.' })
  @IsOptional()
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true, require_tld: false })
  @MaxLength(2000)
  url?: string | null;

  @Field()
  @SaysSomething()
  @MaxLength(2000)
  reason!: string;
}

const AuditPayload = payloadOf('audit', FigureAudit);

@ObjectType()
export class ProposeFigureAuditPayload extends AuditPayload {}

@ObjectType()
export class ConfirmFigureAuditPayload extends AuditPayload {}

@ObjectType()
export class RefuseFigureAuditPayload extends AuditPayload {}

@ObjectType()
export class WithdrawFigureAuditPayload extends AuditPayload {}
