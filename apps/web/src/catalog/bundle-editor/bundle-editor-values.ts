import type { BundleDefinition, Limit } from '@accord/domain';
import type { TextValues } from '../form-editor/editor-tabs';
import {
  formOfValues,
  isEditable,
  namesOf,
  valuesOfForm,
  type FormValues,
  type QuestionValues,
} from '../form-editor/question-values';
import { wordsOf } from '../service-fields';

/** A part as the editor asks for it. */
export interface PartValues {
  /** By which the editor knows it; of a kept part its key. */
  row: string;
  /** `service/plan`; null = not chosen yet. */
  plan: string | null;
  required: boolean;
  quantity: number | null;
  most: number | null;
  /** What it sets aside; of other units, who orders says how many. */
  limits: Limit[];
}

/** A question that is asked once, with the fields that its answer goes to, as {@link target} names them. */
export type SharedQuestion = QuestionValues & { goesTo?: string[] };

/** A bundle as the editor asks for it. */
export interface BundleEditorValues extends FormValues, TextValues {
  slug: string;
  name: string;
  outcome: string;
  description: string;
  /** As people type them. */
  synonyms: string;
  parts: PartValues[];
  questions: SharedQuestion[];
  /** Not asked here, and kept: in which order the answers go where they go. */
  order: string[];
}

/** A field of a part. */
export const target = (row: string, field: string) => `${row} ${field}`;

const NEW = 'new:';

/** A part that nobody has chosen yet. */
export function newPart(parts: readonly PartValues[]): PartValues {
  let n = parts.length + 1;
  while (parts.some(({ row }) => row === `${NEW}${n}`)) n++;
  return { row: `${NEW}${n}`, plan: null, required: true, quantity: 1, most: null, limits: [] };
}

/** What stands in the editor for a bundle; null = a new one. */
export function valuesOfBundle(definition: BundleDefinition | null): BundleEditorValues {
  if (!definition) {
    const first = newPart([]);
    const words = { slug: '', name: '', outcome: '', description: '', synonyms: '' };
    return { mode: 'fields', text: '', ...words, parts: [first, newPart([first])], ...valuesOfForm(null), order: [] };
  }
  const { form, answers, parts, synonyms, ...words } = definition;
  const isShown = isEditable(form);
  const { questions, ...counts } = valuesOfForm(isShown ? form : null);
  return {
    mode: isShown ? 'fields' : 'source',
    text: isShown ? '' : textOf(definition),
    slug: '',
    ...words,
    synonyms: synonyms.join(', '),
    parts: parts.map(({ key, limits = [], ...part }) => ({ row: key, ...part, limits: [...limits] })),
    questions: questions.map((question) => ({
      ...question,
      goesTo: answers.filter((one) => one.question === question.key).map(({ part, field }) => target(part, field)),
    })),
    ...counts,
    order: answers.map(({ part, field }) => target(part, field)),
  };
}

/** As it is written down. */
export const textOf = (definition: object) => JSON.stringify(definition, null, 2);

/** The keys of the parts: of a kept one its own, of a new one the name of its service in addresses. */
export function keysOf(parts: readonly PartValues[]): ReadonlyMap<string, string> {
  const taken = new Set(parts.map(({ row }) => row));
  return new Map(
    parts.map(({ row, plan }) => {
      if (!row.startsWith(NEW)) return [row, row];
      const stem = (plan?.split('/')[0] ?? 'part').slice(0, 36).replace(/-+$/, '');
      let key = stem;
      for (let n = 2; taken.has(key); n++) key = `${stem}-${n}`;
      taken.add(key);
      return [row, key];
    }),
  );
}

interface Answer {
  question: string;
  part: string;
  field: string;
  /** Of the question in the editor. */
  place: number;
}

/** Where each answer goes, in the order in which it is written down; what went to a part that is gone goes nowhere. */
export function answersOf({ questions, parts, order }: BundleEditorValues): Answer[] {
  const names = namesOf(questions);
  const keys = keysOf(parts);
  const all = questions.flatMap(({ key, goesTo = [] }, place) =>
    goesTo.flatMap((to) => {
      const [row = '', field = ''] = to.split(' ');
      const part = keys.get(row);
      const known = order.indexOf(to);
      return part ? [{ question: names.get(key)!, part, field, place, known: known < 0 ? order.length : known }] : [];
    }),
  );
  return all.sort((a, b) => a.known - b.known);
}

/** The definition that the values stand for. Whether it can be kept, `parseBundleDefinition` says. */
export function bundleOfValues(values: BundleEditorValues): object {
  const { name, outcome, description, synonyms, parts } = values;
  const keys = keysOf(parts);
  return {
    name: name.trim(),
    outcome: outcome.trim(),
    description: description.trim(),
    synonyms: wordsOf(synonyms),
    parts: parts.map(({ row, plan, required, quantity, most, limits }) => ({
      key: keys.get(row)!,
      plan: plan ?? '',
      required,
      quantity: quantity ?? 1,
      most,
      ...(limits.length > 0 && { limits: limits.map(({ unitName, units }) => ({ unitName, units })) }),
    })),
    form: formOfValues(values),
    answers: answersOf(values).map(({ question, part, field }) => ({ question, part, field })),
  };
}
