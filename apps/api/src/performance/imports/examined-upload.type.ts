import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ImportProfile } from './import-profile.type.js';

@ObjectType()
export class ColumnValue {
  @Field()
  value!: string;

  @Field(() => Int, { description: 'Rows in which it stands.' })
  count!: number;
}

@ObjectType({ description: 'A column of a file, by a look at its first rows.' })
export class FileColumn {
  @Field({ description: 'As profiles name it; a name that comes several times is numbered, such as "Sprint (2)".' })
  name!: string;

  @Field(() => Int, { description: 'Rows in which it has a value.' })
  filled!: number;

  @Field(() => [String], { description: 'Its first values, each once.' })
  samples!: string[];

  @Field(() => [ColumnValue], {
    nullable: true,
    description: 'All its values, the most frequent first; null where there are too many to name.',
  })
  values!: ColumnValue[] | null;

  @Field(() => [String], {
    description:
      'Formats in which nearly all its values are times, the likeliest first; none where it holds something else.',
  })
  timeFormats!: string[];
}

@ObjectType({ description: 'A file that was sent, and how its rows look to be meant.' })
export class ExaminedUpload {
  @Field()
  fileName!: string;

  @Field(() => Int, { description: 'Rows that were looked at: the first thousands of a large file.' })
  rowsSeen!: number;

  @Field(() => [FileColumn])
  columns!: FileColumn[];

  @Field(() => [ImportProfile], { description: 'Profiles whose columns the file has.' })
  fitting!: ImportProfile[];

  @Field({ description: 'A profile as JSON text, with what cannot be guessed left out.' })
  guess!: string;

  @Field({ description: 'Whether the viewer may save a profile; anybody may import by one that is not saved.' })
  viewerCanSaveProfile!: boolean;
}
