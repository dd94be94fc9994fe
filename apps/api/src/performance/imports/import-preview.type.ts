import { Field, Int, ObjectType } from '@nestjs/graphql';
import { NamedValue } from '../named-value.type.js';
import { ImportProblem } from './import-problem.type.js';

@ObjectType()
export class ImportPreview {
  @Field(() => [String])
  headers!: string[];

  @Field(() => [[String]], { description: 'First rows as read.' })
  rows!: string[][];

  @Field(() => [Int], {
    description: 'The line of the file on which each of `rows` begins; of terms, the place among them.',
  })
  lines!: number[];

  @Field(() => [[NamedValue]], {
    description: 'The same rows as the profile understands them: pairs of field and value; empty where it does not.',
  })
  mapped!: NamedValue[][];

  @Field(() => [ImportProblem])
  problems!: ImportProblem[];

  @Field(() => String, {
    nullable: true,
    description: 'Why the import is not started: it would bring nothing in, as far as the first rows tell.',
  })
  nothingUnderstood!: string | null;
}
