import {
  type FormHint,
  type FormOption,
  type FormPart,
  type FormQuestion,
  type OrderForm,
  parseOrderForm,
} from '@accord/domain';
import { conditionsOf, type ConditionValues, testOf } from './condition-values';
import { isChoice, kindOf, limitsOf, type QuestionKind, shapeOf, widgetOf } from './question-kinds';

/** A question as the editor asks for it. */
export interface QuestionValues {
  /** By which the editor knows it; of a kept question its name. */
  key: string;
  title: string;
  description: string;
  kind: QuestionKind;
  required: boolean;
  /** A line each. */
  options: string;
  least: number | null;
  most: number | null;
  /** All have to hold for it to be asked; without any it is always asked. */
  conditions: ConditionValues[];
  /** Asked where they do not hold, instead. */
  unless: boolean;
  /** Not asked here, and kept: what each choice is kept as, and other limits and hints. */
  kept: { consts: Record<string, string>; limits: object; hint: Omit<FormHint, 'widget'> };
}

/** A form as the editor asks for it. */
export interface FormValues {
  questions: QuestionValues[];
  /** Key of the question that says how often the plan is ordered; empty = it is asked beside the form. */
  quantity: string;
  /** Keys of the questions that say how much is set aside of a unit; of others it is asked beside the form. */
  limits: { unitName: string; question: string }[];
}

const SAID = new Set(['type', 'title', 'description', 'format', 'enum', 'oneOf', 'items', 'uniqueItems', 'const']);

/** What stands in the editor for a form. */
export function valuesOfForm(form: OrderForm | null): FormValues {
  if (!form) return { questions: [], quantity: '', limits: [] };
  const { schema, ui, quantityField, limitFields = {} } = form;
  const questions = new Map<string, QuestionValues>();
  const add = ({ properties = {}, required = [] }: FormPart, asked: Pick<QuestionValues, 'conditions' | 'unless'>) => {
    for (const [name, question] of Object.entries(properties))
      questions.set(name, {
        ...questionOf(name, question, ui.hints?.[name]),
        required: required.includes(name),
        ...asked,
      });
  };
  add(schema, { conditions: [], unless: false });
  const kinds = (name: string) => questions.get(name)!.kind;
  for (const { if: test, then, else: other } of schema.allOf ?? []) {
    if (then) add(then, { conditions: conditionsOf(test, kinds), unless: false });
    if (other) add(other, { conditions: conditionsOf(test, kinds), unless: true });
  }
  const limits = Object.entries(limitFields).map(([unitName, question]) => ({ unitName, question }));
  return { questions: ui.order.map((name) => questions.get(name)!), quantity: quantityField ?? '', limits };
}

function questionOf(
  name: string,
  question: FormQuestion,
  { widget, ...hint }: FormHint = {},
): Omit<QuestionValues, 'required' | 'conditions' | 'unless'> {
  const kind = kindOf(question, widget);
  const options = choicesOf(question);
  const limits = limitsOf(kind);
  const raw = question as unknown as Record<string, number | undefined>;
  const asked = [limits?.least, limits?.most];
  return {
    key: name,
    title: question.title,
    description: question.description ?? '',
    kind,
    options: options.map(({ title }) => title).join('\n'),
    least: limits?.least ? (raw[limits.least] ?? null) : null,
    most: limits ? (raw[limits.most] ?? null) : null,
    kept: {
      consts: Object.fromEntries(options.map(({ const: value, title }) => [title, value])),
      limits: Object.fromEntries(Object.entries(raw).filter(([key]) => !SAID.has(key) && !asked.includes(key))),
      hint,
    },
  };
}

function choicesOf(question: FormQuestion): readonly FormOption[] {
  const choice = question.type === 'array' ? question.items : question.type === 'string' ? question : null;
  return choice?.oneOf ?? choice?.enum?.map((value) => ({ const: value, title: value })) ?? [];
}

/** A question that nobody has written yet. */
export function newQuestion(questions: readonly QuestionValues[]): QuestionValues {
  const keys = questions.map(({ key }) => key);
  let n = 1;
  while (keys.includes(`new-${n}`)) n++;
  const kept = { consts: {}, limits: {}, hint: {} };
  const empty = { title: '', description: '', options: '', least: null, most: null };
  return { key: `new-${n}`, ...empty, kind: 'line', required: true, conditions: [], unless: false, kept };
}

/** Every choice by what it is kept as, in the order of its lines. */
export function optionsOf({ options, kept: { consts } }: Pick<QuestionValues, 'options' | 'kept'>) {
  const titles = options.split('\n').map((line) => line.trim());
  return titles.filter(Boolean).map((title) => ({ const: consts[title] ?? title, title }));
}

/** The names that the questions have in the answers: a kept one its own, a new one after its title. */
export function namesOf(questions: readonly QuestionValues[]): ReadonlyMap<string, string> {
  const taken = new Set(questions.map(({ key }) => key));
  return new Map(
    questions.map(({ key, title }) => {
      if (!key.startsWith('new-')) return [key, key];
      const words = title
        .normalize('NFKD')
        .replace(/[^A-Za-z0-9 ]/g, '')
        .toLowerCase()
        .trim()
        .split(/ +/);
      const whole = words.map((word, i) => (i > 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word)).join('');
      const stem = (/^[a-z]/.test(whole) ? whole : `question${whole}`).slice(0, 36);
      let name = stem;
      for (let n = 2; taken.has(name); n++) name = `${stem}${n}`;
      taken.add(name);
      return [key, name];
    }),
  );
}

/** The form that the values stand for, as it is written down; null without questions. Whether it can be kept, `parseOrderForm` says. */
export function formOfValues({ questions, quantity, limits }: FormValues): object | null {
  if (questions.length === 0) return null;
  const names = namesOf(questions);
  const hints = questions.flatMap(({ key, kind, kept: { hint } }) => {
    const widget = widgetOf(kind);
    const whole = { ...hint, ...(widget && { widget }) };
    return Object.keys(whole).length > 0 ? [[names.get(key)!, whole] as const] : [];
  });
  const allOf = conditionalParts(questions, names);
  const setAside = limits.flatMap(({ unitName, question }) =>
    names.has(question) ? [[unitName, names.get(question)!] as const] : [],
  );
  return {
    schema: {
      type: 'object',
      properties: {},
      ...partOf(
        questions.filter(({ conditions }) => conditions.length === 0),
        names,
      ),
      ...(allOf.length > 0 && { allOf }),
    },
    ui: {
      order: questions.map(({ key }) => names.get(key)!),
      ...(hints.length > 0 && { hints: Object.fromEntries(hints) }),
    },
    ...(names.has(quantity) && { quantityField: names.get(quantity)! }),
    ...(setAside.length > 0 && { limitFields: Object.fromEntries(setAside) }),
  };
}

type Names = ReadonlyMap<string, string>;

function partOf(questions: readonly QuestionValues[], names: Names): object {
  const required = questions.filter((one) => one.required).map(({ key }) => names.get(key)!);
  return {
    properties: Object.fromEntries(questions.map((one) => [names.get(one.key)!, schemaOf(one)])),
    ...(required.length > 0 && { required }),
  };
}

/** One for all questions that hang on the same answers; what tests an answer comes after what asks for it. */
function conditionalParts(questions: readonly QuestionValues[], names: Names): object[] {
  const groups = new Map<string, QuestionValues[]>();
  for (const one of questions)
    if (one.conditions.length > 0) {
      const key = JSON.stringify(one.conditions);
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
  const done = new Set<string>();
  const sorted: QuestionValues[][] = [];
  const put = (key: string) => {
    if (done.has(key)) return;
    done.add(key);
    const group = groups.get(key)!;
    for (const { question } of group[0]!.conditions) {
      const tested = questions.find((one) => one.key === question);
      if (tested && tested.conditions.length > 0) put(JSON.stringify(tested.conditions));
    }
    sorted.push(group);
  };
  for (const key of groups.keys()) put(key);
  return sorted.map((group) => {
    const then = group.filter(({ unless }) => !unless);
    const other = group.filter(({ unless }) => unless);
    return {
      if: testOf(group[0]!.conditions, questions, names),
      ...(then.length > 0 && { then: partOf(then, names) }),
      ...(other.length > 0 && { else: partOf(other, names) }),
    };
  });
}

function schemaOf(values: QuestionValues): object {
  const { kind, title, description, least, most, kept } = values;
  const limits = limitsOf(kind);
  const shape = shapeOf(kind) as { type: string; items?: object };
  const options = isChoice(kind) ? optionsOf(values) : [];
  const isPlain = options.every((option) => option.const === option.title);
  const choice = isPlain ? { enum: options.map(({ title: word }) => word) } : { oneOf: options };
  return {
    ...shape,
    ...(shape.items && isChoice(kind) && { items: { ...shape.items, ...choice } }),
    ...(!shape.items && isChoice(kind) && choice),
    title: title.trim(),
    ...(description.trim() && { description: description.trim() }),
    // They are of texts alone, and go when the question becomes another kind.
    ...((kind === 'line' || kind === 'text') && kept.limits),
    ...(limits?.least && least !== null && { [limits.least]: least }),
    ...(limits && most !== null && { [limits.most]: most }),
  };
}

/** Whether the editor says all that a form says; else it is edited as it is written down. */
export function isEditable(form: OrderForm | null): boolean {
  if (!form) return true;
  try {
    return canonical(parseOrderForm(formOfValues(valuesOfForm(form)))) === canonical(form);
  } catch {
    return false;
  }
}

/** The same text for the same form, however its parts were put in order. */
function canonical(form: OrderForm | null): string {
  return JSON.stringify(form, (key, value: unknown) => {
    if (key === 'required' || key === 'allOf')
      return [...(value as unknown[])].map((one) => JSON.parse(canonical(one as OrderForm)) as unknown).sort(byText);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
