import type { ImportKind } from '@accord/domain';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from '../../people/person.type.js';
import { countedConnectionOf } from '../../platform/graphql/connection.js';
import { UserError } from '../../platform/errors/user-error.type.js';
import { ImportKindEnum, ImportStateEnum } from './import-enums.js';
import { ImportProblem } from './import-problem.type.js';
import { ImportProfile } from './import-profile.type.js';
import type { ImportState } from './import-run.entity.js';

@ObjectType()
export class UnmappedValue {
  @Field()
  column!: string;

  @Field()
  value!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType()
export class Import {
  @Field(() => ID)
  id!: string;

  @Field(() => ImportKindEnum)
  kind!: ImportKind;

  @Field(() => ImportProfile, { nullable: true })
  profile?: ImportProfile | null;

  @Field()
  fileName!: string;

  @Field(() => ImportStateEnum)
  state!: ImportState;

  @Field(() => Person, { nullable: true })
  startedBy?: Person | null;

  @Field(() => Date)
  startedAt!: Date;

  @Field(() => Date, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => Float, { description: 'Bytes read of the file, for progress.' })
  bytesRead!: number;

  @Field(() => Float)
  bytesTotal!: number;

  @Field(() => Int)
  rowsRead!: number;

  @Field(() => Int)
  rowsStored!: number;

  @Field(() => Int, { description: 'Stored before, just so.' })
  rowsKnown!: number;

  @Field(() => Int, { description: 'Known under another service; they stay there.' })
  rowsElsewhere!: number;

  @Field(() => Int, { description: 'Differ from what is known under the same identity, which stays.' })
  rowsDiffering!: number;

  @Field(() => Int)
  rowsRefused!: number;

  @Field(() => Int)
  rowsUnmapped!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why the file was refused, or what interrupted the import; null otherwise.',
  })
  refusedReason?: string | null;

  @Field(() => [ImportProblem])
  problems?: ImportProblem[];

  @Field(() => [UnmappedValue])
  unmapped!: UnmappedValue[];

  @Field(() => Int, { description: 'Commitments re-judged with this data.' })
  judged!: number;

  @Field()
  viewerCanResume?: boolean;
}

@ObjectType()
export class ImportConnection extends countedConnectionOf(Import, 'Import') {}

@ObjectType()
export class StartImportPayload {
  @Field(() => Import, { nullable: true })
  import?: Import | null;

  @Field(() => [UserError])
  errors!: UserError[];
}

@ObjectType()
export class ResumeImportPayload {
  @Field(() => Import, { nullable: true })
  import?: Import | null;

  @Field(() => [UserError])
  errors!: UserError[];
}
