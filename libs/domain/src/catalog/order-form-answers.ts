import { Validator, type Schema } from '@cfworker/json-schema';
import { DomainError } from '../domain-error.js';
import {
  type BoundFormat,
  type FormPart,
  type FormQuestion,
  isBound,
  MOST_CHOSEN,
  MOST_TEXT,
  type OrderForm,
} from './order-form-shape.js';

export type Answers = Readonly<Record<string, unknown>>;

/** A field that is asked, given the answers so far. */
export interface AskedField {
  readonly name: string;
  readonly question: FormQuestion;
  readonly required: boolean;
}

/** A field whose answer goes no further. The answer itself is not kept: it may be nobody's business any more. */
export interface DroppedAnswer {
  readonly field: string;
  readonly title: string;
}

export const ANSWER_RULES = [
  'required',
  'unknown',
  'type',
  'choice',
  'minLength',
  'maxLength',
  'pattern',
  'date',
  'email',
  'id',
  'minimum',
  'maximum',
  'const',
  'minItems',
  'maxItems',
  'uniqueItems',
] as const;
export type AnswerRule = (typeof ANSWER_RULES)[number];

/** What is wrong with an answer. */
export interface AnswerFault {
  readonly field: string;
  /** Of the field; of one that the form does not have, its name. */
  readonly title: string;
  readonly rule: AnswerRule;
  /** What the rule allows; null where it is no number. */
  readonly limit: number | null;
}

export interface CheckedAnswers {
  /** As they stand on the page. */
  readonly asked: readonly AskedField[];
  /** To what is asked, without empty ones. */
  readonly answers: Answers;
  /** To what is not asked any more, since another answer hides it. */
  readonly dropped: readonly DroppedAnswer[];
  /** In the order of the page. */
  readonly faults: readonly AnswerFault[];
}

/**
 * What a form makes of answers: the same in the browser, when a draft is kept and when an order is submitted.
 *
 * An empty text, an empty list and null are no answers; texts are trimmed. A field that an answer hides is not asked, and its
 * own answer decides nothing.
 */
export function checkAnswers(form: OrderForm | null, given: Answers): CheckedAnswers {
  const said = withoutEmpty(given);
  const questions = form ? allQuestions(form) : new Map<string, FormQuestion>();
  const asked = form ? askedFields(form, said) : [];
  const names = new Set(asked.map(({ name }) => name));
  const unknown = Object.keys(said).filter((name) => !questions.has(name));
  const dropped = (form?.ui.order ?? []).filter((name) => Object.hasOwn(said, name) && !names.has(name));
  return {
    asked,
    answers: pick(said, [...names]),
    dropped: dropped.map((field) => ({ field, title: questions.get(field)!.title })),
    faults: [
      ...asked.flatMap((field) => faultsOf(field, said)),
      ...unknown.map((field) => ({ field, title: field.slice(0, 60), rule: 'unknown' as const, limit: null })),
    ],
  };
}

/** The fields that are asked, given answers without empty ones; as they stand on the page. */
export function askedFields({ schema, ui }: OrderForm, said: Answers): AskedField[] {
  const asked = new Map(Object.entries(schema.properties));
  const required = new Set(schema.required);
  const add = ({ properties = {}, required: needs = [] }: FormPart) => {
    for (const [name, question] of Object.entries(properties)) asked.set(name, question);
    for (const name of needs) required.add(name);
  };
  for (const one of schema.allOf ?? []) {
    const branch = isValid(one.if as Schema, pick(said, [...asked.keys()])) ? one.then : one.else;
    if (branch) add(branch);
  }
  const shown = ui.order.filter((name) => asked.has(name));
  return shown.map((name) => ({ name, question: asked.get(name)!, required: required.has(name) }));
}

/** Every field, asked or not. */
export function allQuestions({ schema }: OrderForm): ReadonlyMap<string, FormQuestion> {
  const parts = [schema, ...(schema.allOf ?? []).flatMap(({ then, else: other }) => [then ?? {}, other ?? {}])];
  return new Map(parts.flatMap(({ properties = {} }: FormPart) => Object.entries(properties)));
}

/** Why answers are not taken, a sentence for each. @param path Where the answers stand. */
export function answerRefusals({ faults }: CheckedAnswers, path: readonly string[]): DomainError[] {
  return faults.map((fault) => {
    const code = fault.rule === 'required' ? 'ANSWER_MISSING' : 'WRONG_ANSWER';
    return new DomainError(code, faultSentence(fault), [...path, fault.field]);
  });
}

/** For people. */
export function faultSentence({ title, rule, limit }: AnswerFault): string {
  return `${title}: ${SENTENCES[rule].replace('#', String(limit))}`;
}

const SENTENCES: Readonly<Record<AnswerRule, string>> = {
  required: 'this needs an answer.',
  unknown: 'the form does not ask this.',
  type: 'this is another kind of answer than the one asked for.',
  choice: 'choose from what is offered.',
  minLength: 'write at least # characters.',
  maxLength: 'write at most # characters.',
  pattern: 'this is not written as the form asks.',
  date: 'give a day as YYYY-MM-DD.',
  email: 'give an e-mail address.',
  id: 'choose one from the list.',
  minimum: 'at least #.',
  maximum: 'at most #.',
  const: 'this has to be agreed to.',
  minItems: 'choose at least #.',
  maxItems: 'choose at most #.',
  uniqueItems: 'choose each only once.',
};

/** Ids that answers hold, which only whoever asked for them may see. */
export interface BoundAnswer {
  readonly field: string;
  readonly title: string;
  readonly format: BoundFormat;
  readonly ids: readonly string[];
}

/** The ids among the answers, field by field; those that are no ids at all are left to {@link CheckedAnswers.faults}. */
export function boundAnswers({ asked, answers, faults }: CheckedAnswers): BoundAnswer[] {
  return asked.flatMap(({ name, question }) => {
    const format = boundFormat(question);
    if (!format || !Object.hasOwn(answers, name) || faults.some(({ field }) => field === name)) return [];
    return [{ field: name, title: question.title, format, ids: [answers[name]].flat() as string[] }];
  });
}

/** Whose ids a field asks for; null where it asks for something else. */
export function boundFormat(question: FormQuestion): BoundFormat | null {
  const format = question.type === 'array' ? question.items.format : 'format' in question ? question.format : undefined;
  return isBound(format) ? format : null;
}

/** The words of an answer that holds no ids. */
export function answerWords(question: FormQuestion | undefined, answer: unknown): string[] {
  const choices = question?.type === 'array' ? question.items : question?.type === 'string' ? question : null;
  const words = (one: unknown) => choices?.oneOf?.find((option) => option.const === one)?.title ?? String(one);
  return [answer].flat().map(words);
}

function faultsOf({ name, question, required }: AskedField, said: Answers): AnswerFault[] {
  const fault = (rule: AnswerRule, limit: number | null = null) => [
    { field: name, title: question.title, rule, limit },
  ];
  if (!Object.hasOwn(said, name)) return required ? fault('required') : [];
  const schema = plainSchema(question);
  const { valid, errors } = new Validator(schema, '2020-12').validate(said[name]);
  if (valid) return [];
  const keyword = errors.find(({ keyword: one }) => one !== 'items')!.keyword;
  const limit = (schema as Record<string, unknown>)[keyword];
  return fault(ruleOf(keyword, question), typeof limit === 'number' ? limit : null);
}

function ruleOf(keyword: string, question: FormQuestion): AnswerRule {
  if (boundFormat(question) && keyword === 'pattern') return 'id';
  if (keyword === 'enum') return 'choice';
  if (keyword === 'format') return (question as { format: 'date' | 'email' }).format;
  return ANSWER_RULES.find((rule) => rule === keyword) ?? 'type';
}

const ID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

/** In the words of the standard alone, with the limits that hold everywhere. */
function plainSchema(question: FormQuestion): Schema {
  const { title: _, description: _unused, ...limits } = question;
  const plain = ({ oneOf, format, ...rest }: { oneOf?: readonly { const: string }[]; format?: string }) => ({
    ...rest,
    ...(oneOf && { enum: oneOf.map((option) => option.const) }),
    ...(format && (isBound(format) ? { pattern: ID } : { format })),
  });
  if (limits.type === 'array') return { maxItems: MOST_CHOSEN, ...limits, items: plain(limits.items) } as Schema;
  if (limits.type === 'string') return { maxLength: MOST_TEXT, ...plain(limits) } as Schema;
  return limits as Schema;
}

const isValid = (schema: Schema, value: unknown): boolean => new Validator(schema, '2020-12').validate(value).valid;

function withoutEmpty(given: Answers): Answers {
  const trimmed = Object.entries(given).map(([name, answer]) => [
    name,
    typeof answer === 'string' ? answer.trim() : answer,
  ]);
  return Object.fromEntries(trimmed.filter(([, answer]) => !isEmpty(answer)));
}

function isEmpty(answer: unknown): boolean {
  return answer === null || answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0);
}

function pick(answers: Answers, names: readonly string[]): Answers {
  return Object.fromEntries(names.filter((name) => Object.hasOwn(answers, name)).map((name) => [name, answers[name]]));
}
