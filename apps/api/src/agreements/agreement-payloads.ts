import { Field, ID, ObjectType } from '@nestjs/graphql';
import { payloadOf } from '../platform/errors/payload-of.js';
import { UserError } from '../platform/errors/user-error.type.js';
import { AgreementVersion } from './agreement-version.type.js';
import { Agreement } from './agreement.type.js';

const AgreementPayload = payloadOf('agreement', Agreement);

const VersionPayload = payloadOf('version', AgreementVersion);

@ObjectType()
export class DraftAgreementPayload extends AgreementPayload {}

@ObjectType()
export class ProposeAgreementEndPayload extends AgreementPayload {}

@ObjectType()
export class ApproveAgreementEndPayload extends AgreementPayload {}

@ObjectType()
export class RefuseAgreementEndPayload extends AgreementPayload {}

@ObjectType()
export class DraftAgreementVersionPayload extends VersionPayload {}

@ObjectType()
export class ChangeAgreementVersionPayload extends VersionPayload {}

@ObjectType()
export class PutCommitmentPayload extends VersionPayload {}

@ObjectType()
export class RemoveCommitmentPayload extends VersionPayload {}

@ObjectType()
export class ProposeAgreementVersionPayload extends VersionPayload {}

@ObjectType()
export class ApproveAgreementVersionPayload extends VersionPayload {}

@ObjectType({ description: 'What became of one of several versions.' })
export class VersionApproval extends VersionPayload {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
export class ApproveAgreementVersionsPayload {
  @Field(() => [VersionApproval], { description: 'In the order of the ids.' })
  approvals!: VersionApproval[];

  @Field(() => [UserError], { description: 'Of all versions that were refused.' })
  errors!: UserError[];
}

@ObjectType()
export class RefuseAgreementVersionPayload extends VersionPayload {}
