import { isBound, type FormHint, type FormQuestion } from '@accord/domain';

/** What can be asked, as somebody who makes a form chooses it. */
export const QUESTION_KINDS = [
  'line',
  'text',
  'email',
  'date',
  'choice',
  'radio',
  'choices',
  'yes',
  'agree',
  'integer',
  'number',
  'person',
  'people',
  'unit',
  'units',
  'subscription',
  'subscriptions',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

const LISTS = { person: 'people', unit: 'units', subscription: 'subscriptions' } as const;
const BOUND_LISTS = { people: 'person', units: 'unit', subscriptions: 'subscription' } as const;

export const isList = (kind: QuestionKind) => kind === 'choices' || kind in BOUND_LISTS;
export const isNumber = (kind: QuestionKind) => kind === 'integer' || kind === 'number';
/** One chooses from what the form lists. */
export const isChoice = (kind: QuestionKind) => kind === 'choice' || kind === 'radio' || kind === 'choices';
/** Whose answers can decide whether something else is asked. */
export const isTestable = (kind: QuestionKind) =>
  isChoice(kind) || isNumber(kind) || kind === 'yes' || kind === 'agree';

export function kindOf(question: FormQuestion, widget: FormHint['widget']): QuestionKind {
  if (question.type === 'array') return question.items.format ? LISTS[question.items.format] : 'choices';
  if (question.type === 'boolean') return question.const ? 'agree' : 'yes';
  if (question.type !== 'string') return question.type;
  if (question.enum || question.oneOf) return widget === 'radio' ? 'radio' : 'choice';
  return question.format ?? (widget === 'textarea' ? 'text' : 'line');
}

/** How a kind is written down, without title, choices and limits. */
export function shapeOf(kind: QuestionKind): object {
  if (kind === 'choices') return { type: 'array', items: { type: 'string' }, uniqueItems: true };
  if (kind in BOUND_LISTS) {
    const format = BOUND_LISTS[kind as keyof typeof BOUND_LISTS];
    return { type: 'array', items: { type: 'string', format }, uniqueItems: true };
  }
  if (kind === 'yes') return { type: 'boolean' };
  if (kind === 'agree') return { type: 'boolean', const: true };
  if (isNumber(kind)) return { type: kind };
  if (kind === 'email' || kind === 'date' || isBound(kind)) return { type: 'string', format: kind };
  return { type: 'string' };
}

export const widgetOf = (kind: QuestionKind): FormHint['widget'] =>
  kind === 'radio' ? 'radio' : kind === 'text' ? 'textarea' : undefined;

/** The names under which a kind keeps its least and its most; null where it has none. */
export function limitsOf(kind: QuestionKind): { least: string | null; most: string } | null {
  if (isNumber(kind)) return { least: 'minimum', most: 'maximum' };
  if (isList(kind)) return { least: 'minItems', most: 'maxItems' };
  return kind === 'line' || kind === 'text' ? { least: null, most: 'maxLength' } : null;
}
