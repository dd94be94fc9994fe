import {
  DELIMITERS,
  type Delimiter,
  ENCODINGS,
  type Encoding,
  IMPORT_KINDS,
  type ImportKind,
  MEASURED_KINDS,
  type MeasuredKind,
} from '@accord/domain';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { SaysSomething } from '../../platform/errors/says-something.js';
import { ImportKindEnum } from './import-enums.js';

@InputType()
export class ExamineUploadInput {
  @Field(() => ID)
  @IsUUID()
  uploadId!: string;

  @Field(() => ImportKindEnum)
  @IsIn(MEASURED_KINDS)
  kind!: MeasuredKind;

  @Field(() => String, { nullable: true, description: 'What parts its columns; omitted: as it looks.' })
  @IsOptional()
  @IsIn(DELIMITERS)
  delimiter?: Delimiter | null;

  @Field(() => String, { nullable: true, description: 'utf-8, windows-1252 or iso-8859-1; omitted: as it looks.' })
  @IsOptional()
  @IsIn(ENCODINGS)
  encoding?: Encoding | null;
}

@InputType()
export class PreviewImportInput {
  @Field(() => ID)
  @IsUUID()
  uploadId!: string;

  @Field(() => ImportKindEnum)
  @IsIn(IMPORT_KINDS)
  kind!: ImportKind;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  profileId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A profile as JSON text that need not be saved; in place of `profileId`.',
  })
  @IsOptional()
  @MaxLength(65_536)
  definition?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  serviceId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'As it is to be imported. Omitted: the name of the profile; where there is none, rows of other sources are not told.',
  })
  @IsOptional()
  @MaxLength(100)
  sourceName?: string | null;
}

@InputType({
  description:
    "`serviceId` when every row belongs to one service; else the profile maps a column's values to service slugs.",
})
export class StartImportInput {
  @Field(() => ID)
  @IsUUID()
  uploadId!: string;

  @Field(() => ImportKindEnum)
  @IsIn(IMPORT_KINDS)
  kind!: ImportKind;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  profileId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A profile as JSON text that need not be saved; in place of `profileId`, and then with `sourceName`.',
  })
  @IsOptional()
  @MaxLength(65_536)
  definition?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(100)
  @SaysSomething()
  sourceName?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  serviceId?: string | null;
}

@InputType()
export class SaveImportProfileInput {
  @Field()
  @MaxLength(80)
  slug!: string;

  @Field()
  @MaxLength(100)
  @SaysSomething()
  name!: string;

  @Field(() => ImportKindEnum)
  @IsIn(IMPORT_KINDS)
  kind!: ImportKind;

  @Field()
  @MaxLength(65_536)
  definition!: string;
}
