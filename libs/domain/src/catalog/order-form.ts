import { z } from 'zod';
import { DomainError } from '../domain-error.js';
import { parseWith } from '../parse-with.js';
import { MOST_MATCHED, patternFault } from './order-form-pattern.js';
import {
  BOUND_FORMATS,
  type ConditionalPart,
  type FormPart,
  type FormQuestion,
  isBound,
  MOST_CHOSEN,
  MOST_ORDERED,
  MOST_TEXT,
  type OrderForm,
} from './order-form-shape.js';

const MOST_FIELDS = 60;
const MOST_PARTS = 30;
const MOST_OPTIONS = 200;
const MOST_CHARACTERS = 64 * 1024;
const FURTHEST = 1e12;

const name = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'is a name of letters and digits that begins with a small letter')
  .refine((text) => !(text in {}), 'is a name that means something else');
const label = z.string().trim().min(1).max(120);
const titled = { title: label, description: z.string().trim().min(1).max(500).optional() };
const word = z.string().trim().min(1).max(120);
const distinct = (values: readonly unknown[]) => new Set(values).size === values.length;
const choice = {
  enum: z.array(word).min(1).max(MOST_OPTIONS).refine(distinct, 'names something twice').optional(),
  oneOf: z
    .array(z.strictObject({ const: word, title: label }))
    .min(1)
    .max(MOST_OPTIONS)
    .refine((options) => distinct(options.map((option) => option.const)), 'names something twice')
    .optional(),
};
const length = z.int().min(0).max(MOST_TEXT);
const count = z.int().min(0).max(MOST_CHOSEN);
const bound = z.number().min(-FURTHEST).max(FURTHEST);

const text = z
  .strictObject({
    type: z.literal('string'),
    ...titled,
    format: z.enum(['date', 'email', ...BOUND_FORMATS]).optional(),
    minLength: length.optional(),
    maxLength: length.optional(),
    pattern: z.string().optional(),
    ...choice,
  })
  .superRefine((field, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const why = field.pattern === undefined ? null : patternFault(field.pattern);
    if (why) fault('pattern', why);
    else if (field.pattern !== undefined && (field.maxLength ?? MOST_TEXT) > MOST_MATCHED)
      fault('maxLength', `is at most ${MOST_MATCHED} beside a pattern`);
    if ((field.minLength ?? 0) > (field.maxLength ?? MOST_TEXT)) fault('minLength', 'is above maxLength');
    const limits = [field.format, field.minLength, field.maxLength, field.pattern].some((limit) => limit !== undefined);
    if ((field.enum || field.oneOf) && limits) fault('enum', 'has no other limits beside it');
    if (field.enum && field.oneOf) fault('oneOf', 'has no enum beside it');
    if (isBound(field.format) && [field.minLength, field.maxLength, field.pattern].some((limit) => limit !== undefined))
      fault('format', 'has no other limits beside it');
  });
const number = z
  .strictObject({
    type: z.enum(['integer', 'number']),
    ...titled,
    minimum: bound.optional(),
    maximum: bound.optional(),
  })
  .refine(({ minimum = -FURTHEST, maximum = FURTHEST }) => minimum <= maximum, {
    path: ['minimum'],
    message: 'is above maximum',
  });
const yes = z.strictObject({ type: z.literal('boolean'), ...titled, const: z.literal(true).optional() });
const list = z
  .strictObject({
    type: z.literal('array'),
    ...titled,
    items: z
      .strictObject({ type: z.literal('string'), format: z.enum(BOUND_FORMATS).optional(), ...choice })
      .refine((items) => [items.format, items.enum, items.oneOf].filter((one) => one !== undefined).length === 1, {
        message: 'has one of format, enum and oneOf',
      }),
    uniqueItems: z.literal(true),
    minItems: count.optional(),
    maxItems: count.optional(),
  })
  .refine(({ minItems = 0, maxItems = MOST_CHOSEN }) => minItems <= maxItems, {
    path: ['minItems'],
    message: 'is above maxItems',
  });
const question = z.discriminatedUnion('type', [text, number, yes, list]);
const properties = z.record(name, question);
const required = z.array(name).refine(distinct, 'names something twice');

const value = z.union([z.string().max(200), z.number(), z.boolean()]);
const test = z
  .strictObject({
    const: value.optional(),
    enum: z.array(value).min(1).max(MOST_OPTIONS).optional(),
    minimum: bound.optional(),
    maximum: bound.optional(),
    contains: z.strictObject({ const: word }).optional(),
  })
  .refine((one) => Object.keys(one).length > 0, 'says nothing');
const part = z.strictObject({ properties: properties.optional(), required: required.optional() });
const conditional = z
  .strictObject({
    if: z.strictObject({ properties: z.record(name, test), required }),
    then: part.optional(),
    else: part.optional(),
  })
  .refine((one) => one.then || one.else, 'has then or else');
const hint = z.strictObject({
  widget: z.enum(['textarea', 'radio']).optional(),
  placeholder: z.string().trim().min(1).max(120).optional(),
  width: z.literal('half').optional(),
});
const form = z.strictObject({
  schema: z.strictObject({
    $schema: z.literal('https://json-schema.org/draft/2020-12/schema').optional(),
    type: z.literal('object'),
    properties,
    required: required.optional(),
    allOf: z.array(conditional).min(1).max(MOST_PARTS).optional(),
  }),
  ui: z.strictObject({ order: z.array(name).optional(), hints: z.record(name, hint).optional() }).default({}),
  quantityField: name.optional(),
  limitFields: z.record(z.string().trim().min(1).max(60), name).optional(),
});

/**
 * Reads a form that somebody sends or that was kept.
 *
 * Every field has one place. A condition tests fields that stand before it and names them in `required`: JSON Schema takes
 * an absent answer for a match. A part requires fields of its own, or those that are always asked.
 *
 * @throws {DomainError} `MALFORMED_FORM` at the path of what is wrong.
 */
export function parseOrderForm(given: unknown, path: readonly string[] = ['form']): OrderForm | null {
  if (given === null || given === undefined) return null;
  if (JSON.stringify(given).length > MOST_CHARACTERS) throw malformed(path, 'is larger than 64 KiB');
  const parsed = parseWith(form, given, path, 'MALFORMED_FORM');
  const { $schema: _, ...schema } = parsed.schema;
  const fields = assertPlaces(schema, [...path, 'schema']);
  const order = parsed.ui.order ?? fields;
  if (!distinct(order) || order.length !== fields.length || order.some((one) => !fields.includes(one)))
    throw malformed([...path, 'ui', 'order'], 'names every field, each once');
  const stranger = Object.keys(parsed.ui.hints ?? {}).find((one) => !fields.includes(one));
  if (stranger) throw malformed([...path, 'ui', 'hints', stranger], 'is no field of the form');
  const { quantityField, limitFields } = parsed;
  if (quantityField !== undefined) assertCounts(schema, quantityField, [...path, 'quantityField']);
  for (const [unitName, field] of Object.entries(limitFields ?? {}))
    assertSetsAside(schema, field, [...path, 'limitFields', unitName]);
  return {
    ...(quantityField !== undefined && { quantityField }),
    ...(limitFields !== undefined && { limitFields }),
    schema: { ...inOrder(schema, order), type: 'object', properties: sorted(schema.properties, order) },
    ui: { order, ...(parsed.ui.hints && { hints: sorted(parsed.ui.hints, order) }) },
  };
}

type Schema = OrderForm['schema'];

/** @returns The names of all fields. */
function assertPlaces(schema: Schema, path: readonly string[]): string[] {
  const fields = new Map<string, FormQuestion>();
  const base = Object.keys(schema.properties);
  const add = ({ properties = {}, required = [] }: FormPart, at: readonly string[]) => {
    for (const [one, field] of Object.entries(properties)) {
      if (fields.has(one)) throw malformed([...at, 'properties', one], 'is asked in another place already');
      fields.set(one, field);
    }
    const stranger = required.findIndex((one) => !Object.hasOwn(properties, one) && !base.includes(one));
    if (stranger >= 0)
      throw malformed([...at, 'required', String(stranger)], 'is no field of this part, nor always asked');
  };
  add(schema, path);
  schema.allOf?.forEach((one, place) => {
    const at = [...path, 'allOf', String(place)];
    assertTests(one.if, fields, [...at, 'if']);
    if (one.then) add(one.then, [...at, 'then']);
    if (one.else) add(one.else, [...at, 'else']);
  });
  if (fields.size > MOST_FIELDS) throw malformed(path, `has at most ${MOST_FIELDS} fields`);
  return [...fields.keys()];
}

function assertCounts({ properties, required = [] }: Schema, name: string, path: readonly string[]): void {
  const field = Object.hasOwn(properties, name) ? properties[name]! : null;
  if (!field || !required.includes(name)) throw malformed(path, 'is a field that is always asked and needs an answer');
  if (field.type !== 'integer' || (field.minimum ?? 0) < 1 || (field.maximum ?? FURTHEST) > MOST_ORDERED)
    throw malformed(path, `is a whole number with a minimum of 1 or more and a maximum of ${MOST_ORDERED} or less`);
}

function assertSetsAside({ properties, required = [] }: Schema, name: string, path: readonly string[]): void {
  const field = Object.hasOwn(properties, name) ? properties[name]! : null;
  if (!field || !required.includes(name)) throw malformed(path, 'is a field that is always asked and needs an answer');
  if ((field.type !== 'integer' && field.type !== 'number') || (field.minimum ?? 0) <= 0)
    throw malformed(path, 'is a number with a minimum above 0');
}

function assertTests(
  { properties, required }: ConditionalPart['if'],
  fields: ReadonlyMap<string, FormQuestion>,
  path: readonly string[],
): void {
  const tested = Object.keys(properties);
  if (tested.length === 0) throw malformed([...path, 'properties'], 'tests at least one field');
  for (const one of tested) {
    const at = [...path, 'properties', one];
    const field = fields.get(one);
    if (!field) throw malformed(at, 'is no field that is asked before');
    if (!required.includes(one))
      throw malformed([...path, 'required'], `names "${one}" too, else no answer is a match`);
    const { const: exactly, enum: among = [], minimum, maximum, contains } = properties[one]!;
    const isNumber = field.type === 'integer' || field.type === 'number';
    if ((minimum !== undefined || maximum !== undefined) && !isNumber) throw malformed(at, 'is no number');
    if (contains !== undefined && field.type !== 'array') throw malformed([...at, 'contains'], 'is for lists');
    const values = exactly === undefined ? among : [exactly, ...among];
    const kind = isNumber ? 'number' : field.type;
    if (values.some((one) => typeof one !== kind)) throw malformed(at, `is compared with a ${kind} only`);
  }
  if (required.length > tested.length) throw malformed([...path, 'required'], 'names only what is tested');
}

/** JSON columns do not keep the order of names. */
function inOrder(schema: Schema, order: readonly string[]): Schema {
  const ordered = (one: FormPart | undefined) =>
    one && { ...one, ...(one.properties && { properties: sorted(one.properties, order) }) };
  const { allOf } = schema;
  if (!allOf) return schema;
  return {
    ...schema,
    allOf: allOf.map((one) => ({
      if: { ...one.if, properties: sorted(one.if.properties, order) },
      ...(one.then && { then: ordered(one.then)! }),
      ...(one.else && { else: ordered(one.else)! }),
    })),
  };
}

function sorted<T>(named: Readonly<Record<string, T>>, order: readonly string[]): Record<string, T> {
  const place = (one: string) => order.indexOf(one);
  return Object.fromEntries(Object.entries(named).sort(([one], [other]) => place(one) - place(other)));
}

function malformed(path: readonly string[], why: string): DomainError {
  return new DomainError('MALFORMED_FORM', `${path.join('.')}: ${why}.`, path);
}
