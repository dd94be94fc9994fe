import { DomainError } from '@accord/domain';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsUrl, IsUUID, MaxLength } from 'class-validator';
import { SaysSomething } from '../../platform/errors/says-something.js';

@InputType({ isOneOf: true, description: 'One thing that shows why time does not count.' })
export class ExclusionEvidenceInput {
  @Field(() => ID, { nullable: true, description: 'Of the service of the commitment, as each of the three.' })
  @IsOptional()
  @IsUUID()
  ticketId?: string;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  outageId?: string;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  maintenanceId?: string;

  @Field(() => ID, { nullable: true, description: 'A file of your own that POST /uploads took.' })
  @IsOptional()
  @IsUUID()
  uploadId?: string;

  @Field(() => String, { nullable: true, description: 'Begins with https:// or http://.' })
  @IsOptional()
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true, require_tld: false })
  @MaxLength(2000)
  url?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @SaysSomething()
  @MaxLength(500)
  note?: string;
}

/** @throws {DomainError} Unless each names exactly one: the compiled executor does not check `@oneOf` in variables. */
export function assertOneEach(evidence: readonly ExclusionEvidenceInput[]): void {
  const wrong = evidence.findIndex((one) => Object.values(one).filter((value) => value != null).length !== 1);
  if (wrong < 0) return;
  throw new DomainError('WRONG_EVIDENCE', 'Each evidence is one thing: a link, a file, a note or what happened here.', [
    'evidence',
    String(wrong),
  ]);
}
