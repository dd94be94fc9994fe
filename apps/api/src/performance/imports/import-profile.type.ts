import type { ImportKind } from '@accord/domain';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { UserError } from '../../platform/errors/user-error.type.js';
import { ImportKindEnum } from './import-enums.js';

@ObjectType()
export class ImportProfile {
  @Field(() => ID)
  id!: string;

  @Field()
  slug!: string;

  @Field()
  name!: string;

  @Field(() => ImportKindEnum)
  kind!: ImportKind;

  @Field()
  builtIn!: boolean;

  @Field({ description: 'The mapping as JSON text.' })
  definition!: string;
}

@ObjectType()
export class SaveImportProfilePayload {
  @Field(() => ImportProfile, { nullable: true })
  profile?: ImportProfile | null;

  @Field(() => [UserError])
  errors!: UserError[];
}
