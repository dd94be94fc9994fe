import { allQuestions, type Answers, answerWords, boundFormat, checkAnswers } from './order-form-answers.js';
import type { FormQuestion, OrderForm } from './order-form-shape.js';

/** A field in which a form differs from the one that was filled in. */
export interface FormChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly field: string;
  readonly title: string;
  /** Whether an answer was given, and what becomes of it. */
  readonly answer: 'none' | 'kept' | 'dropped';
  /** For people. */
  readonly sentence: string;
}

/** What changed of a form while somebody filled it in: fields that are new, gone, or ask something else now. */
export function formChanges(before: OrderForm | null, after: OrderForm | null, answers: Answers): FormChange[] {
  const [old, now] = [before, after].map((form) => (form ? allQuestions(form) : new Map<string, FormQuestion>()));
  const [oldAsked, nowAsked] = [before, after].map((form) => (form ? whenAsked(form) : new Map<string, string>()));
  const fitting = fittingAnswers(after, answers);
  const names = [...new Set([...(after?.ui.order ?? []), ...(before?.ui.order ?? [])])];
  return names.flatMap((field) => {
    if (oldAsked!.get(field) === nowAsked!.get(field)) return [];
    const kind = !old!.has(field) ? 'added' : now!.has(field) ? 'changed' : 'removed';
    const question = now!.get(field) ?? old!.get(field)!;
    const answered = Object.hasOwn(checkAnswers(before, answers).answers, field);
    const answer = !answered ? 'none' : Object.hasOwn(fitting, field) ? 'kept' : 'dropped';
    const change = { kind, field, title: question.title, answer } as const;
    return [{ ...change, sentence: sentenceOf(change, question, answers[field]) }];
  });
}

/** The answers that a form still takes: to what it asks, and as it asks it. */
export function fittingAnswers(form: OrderForm | null, answers: Answers): Answers {
  const { answers: said, faults } = checkAnswers(form, answers);
  const wrong = new Set(faults.map(({ field }) => field));
  return Object.fromEntries(Object.entries(said).filter(([name]) => !wrong.has(name)));
}

function sentenceOf(
  { kind, title, answer }: Omit<FormChange, 'sentence'>,
  question: FormQuestion,
  given: unknown,
): string {
  const what = { added: 'is new', removed: 'is no longer asked', changed: 'has changed' }[kind];
  const said = boundFormat(question)
    ? 'your answer'
    : `your answer "${answerWords(question, given).join(', ').slice(0, 60)}"`;
  const becomes = { none: '', kept: '; your answer stays', dropped: `; ${said} is left out` }[answer];
  return `"${title}" ${what}${becomes}.`;
}

/** By field: what it asks, whether it needs an answer, and when. As text, to be compared. */
function whenAsked({ schema }: OrderForm): Map<string, string> {
  const found = new Map<string, unknown[]>();
  const note = (name: string, fact: unknown) => found.set(name, [...(found.get(name) ?? []), fact]);
  for (const [name, question] of Object.entries(schema.properties)) note(name, question);
  for (const name of schema.required ?? []) note(name, 'required');
  for (const { if: condition, then, else: other } of schema.allOf ?? [])
    for (const [branch, part] of [
      ['then', then],
      ['else', other],
    ] as const) {
      for (const [name, question] of Object.entries(part?.properties ?? {})) note(name, [branch, condition, question]);
      for (const name of part?.required ?? []) note(name, [branch, condition, 'required']);
    }
  return new Map([...found].map(([name, facts]) => [name, JSON.stringify(facts)]));
}
