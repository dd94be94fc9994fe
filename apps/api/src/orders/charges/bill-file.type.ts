import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { BILL_FILE_STATES, type BillFileState } from './bill-file.entity.js';
import { FILE_FORMATS, type FileFormat } from '../../platform/files/file-formats.js';
import type { BillGrouping } from './visible-lines.js';
import { BillGroupingEnum } from './charge.type.js';

export const BillFormatEnum = upperSnakeEnum(FILE_FORMATS);
registerEnumType(BillFormatEnum, { name: 'BillFormat' });
export const BillFileStateEnum = upperSnakeEnum(BILL_FILE_STATES);
registerEnumType(BillFileStateEnum, { name: 'BillFileState' });

@ObjectType({ description: 'A bill of more than 10,000 lines, made into a file while one does something else.' })
export class BillFile {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'Such as 2026-03.' })
  month!: string;

  @Field(() => BillFormatEnum)
  format!: FileFormat;

  @Field(() => BillFileStateEnum)
  state!: BillFileState;

  @Field(() => Int, { description: 'How many there were when it was asked for.' })
  lines!: number;

  @Field(() => Int, { description: 'How many of them are written.' })
  written!: number;

  @Field(() => String, { nullable: true, description: 'Why it could not be made.' })
  problem!: string | null;

  @Field(() => Date)
  askedAt!: Date;

  @Field(() => Date, { description: 'Until when it is kept.' })
  expiresAt!: Date;
}

@InputType()
export class MakeBillFileInput {
  @Field({ description: 'Such as 2026-03.' })
  @MaxLength(20)
  month!: string;

  @Field(() => BillFormatEnum)
  @IsEnum(BillFormatEnum)
  format!: FileFormat;

  @Field(() => ID, { nullable: true, description: 'Null = everything that the viewer reads.' })
  @IsOptional()
  @IsUUID()
  unitId?: string | null;

  @Field(() => BillGroupingEnum, { nullable: true, description: 'What `groupId` is of; by service when left out.' })
  @IsOptional()
  @IsEnum(BillGroupingEnum)
  group?: BillGrouping | null;

  @Field(() => ID, { nullable: true, description: 'Only of this service, plan or unit; null = all lines.' })
  @IsOptional()
  @IsUUID()
  groupId?: string | null;
}

@ObjectType()
export class MakeBillFilePayload extends payloadOf('file', BillFile) {}
