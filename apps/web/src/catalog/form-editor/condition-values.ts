import type { ConditionalPart, FormTest } from '@accord/domain';
import { isChoice, isNumber, type QuestionKind } from './question-kinds';
import type { QuestionValues } from './question-values';

/** What has to be answered to one question. */
export interface ConditionValues {
  /** Key of the question. */
  question: string;
  /** Of a choice: one of these; of yes or no: `true` or `false`. */
  is: string[];
  least: number | null;
  most: number | null;
}

/** The tests of a part as the editor asks for them; what it cannot say comes out as a condition without an answer. */
export function conditionsOf(test: ConditionalPart['if'], kindOf: (name: string) => QuestionKind): ConditionValues[] {
  return Object.entries(test.properties).map(
    ([question, { const: exactly, enum: among, minimum, maximum, contains }]) => {
      const kind = kindOf(question);
      const values = [
        ...(exactly === undefined ? [] : [exactly]),
        ...(among ?? []),
        ...(contains ? [contains.const] : []),
      ];
      return {
        question,
        is: isNumber(kind) ? [] : values.map(String),
        least: minimum ?? null,
        most: maximum ?? null,
      };
    },
  );
}

/** The tests as they are written down. */
export function testOf(
  conditions: readonly ConditionValues[],
  questions: readonly QuestionValues[],
  names: ReadonlyMap<string, string>,
): object {
  const known = conditions.filter(({ question }) => names.has(question));
  const tests = known.map((condition) => {
    const { kind } = questions.find(({ key }) => key === condition.question)!;
    return [names.get(condition.question)!, test(condition, kind)] as const;
  });
  return { properties: Object.fromEntries(tests), required: tests.map(([name]) => name) };
}

function test({ is, least, most }: ConditionValues, kind: QuestionKind): FormTest {
  if (isNumber(kind)) return { ...(least !== null && { minimum: least }), ...(most !== null && { maximum: most }) };
  if (kind === 'choices') return { contains: { const: is[0] ?? '' } };
  if (isChoice(kind)) return is.length === 1 ? { const: is[0]! } : { enum: is };
  return { const: is[0] === 'true' };
}
