import { z } from 'zod';
import { DomainError } from '../domain-error.js';
import { parseWith } from '../parse-with.js';
import { SLUG } from '../slug.js';
import type { Limit } from './limits.js';
import { allQuestions } from './order-form-answers.js';
import { MOST_ORDERED, type OrderForm } from './order-form-shape.js';
import { parseOrderForm } from './order-form.js';

/** One plan within a bundle. */
export interface BundlePart {
  /** What choices and answers name it by. */
  readonly key: string;
  /** `service/plan`, by their slugs. */
  readonly plan: string;
  /** Whether the bundle cannot be ordered without it. */
  readonly required: boolean;
  /** How often it is ordered, unless somebody chooses otherwise. */
  readonly quantity: number;
  /** Up to how many may be chosen; null = the quantity stands. */
  readonly most: number | null;
  /** What it sets aside; of other units of its plan, who orders says how many. */
  readonly limits?: readonly Limit[];
}

/** That the answer to a question of the bundle answers a field of a part's own form. */
export interface SharedAnswer {
  readonly question: string;
  readonly part: string;
  readonly field: string;
}

/** Several plans that are ordered together, with questions asked once: what a version of a bundle holds. */
export interface BundleDefinition {
  readonly name: string;
  /** What one gets, in one plain sentence. */
  readonly outcome: string;
  readonly description: string;
  readonly synonyms: readonly string[];
  readonly parts: readonly BundlePart[];
  /** Asked once, for all parts; the same kind of form as a service has, without a field for the quantity. */
  readonly form: OrderForm | null;
  readonly answers: readonly SharedAnswer[];
}

const MOST_PARTS = 20;
const MOST_MAPPED = 200;

const word = (most: number) => z.string().trim().min(1).max(most);
const count = z.int().min(1).max(MOST_ORDERED);
const key = z.string().max(40).regex(SLUG, 'has small letters, digits and single hyphens between them');
const units = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine(
    (text) => /^\d{1,10}(\.\d{1,3})?$/.test(text) && Number(text) > 0,
    'is a number above 0, with 3 decimals at most',
  );
const part = z.strictObject({
  key,
  plan: z
    .string()
    .max(161)
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'is service/plan'),
  required: z.boolean().default(true),
  quantity: count.default(1),
  most: count.nullable().default(null),
  limits: z
    .array(z.strictObject({ unitName: word(60), units: units }))
    .max(20)
    .optional(),
});
const shared = z.strictObject({ question: word(40), part: key, field: word(40) });
const bundle = z.strictObject({
  name: word(120),
  outcome: word(300),
  description: z.string().max(10_000).default(''),
  synonyms: z.array(word(80)).max(50).default([]),
  parts: z.array(part).min(2, 'names at least two plans').max(MOST_PARTS),
  form: z.unknown().optional(),
  answers: z.array(shared).max(MOST_MAPPED).default([]),
});

/**
 * Reads a definition that somebody sends or that was kept. Whether the plans and the fields exist, `assertBundleFits` says.
 *
 * @throws {DomainError} `MALFORMED_BUNDLE` or `MALFORMED_FORM` at the path of the first thing that is wrong.
 */
export function parseBundleDefinition(value: unknown, path: readonly string[] = ['definition']): BundleDefinition {
  const { form: given, ...parsed } = parseWith(bundle, value, path, 'MALFORMED_BUNDLE');
  const form = parseOrderForm(given, [...path, 'form']);
  const fault = (message: string, ...field: (string | number)[]) => {
    const at = [...path, ...field.map(String)];
    return new DomainError('MALFORMED_BUNDLE', `${at.join('.')}: ${message}.`, at);
  };
  const isFirst = (list: readonly string[], one: string, place: number) => list.indexOf(one) === place;
  const [keys, plans] = [parsed.parts.map((one) => one.key), parsed.parts.map((one) => one.plan)];
  parsed.parts.forEach(({ quantity, most, limits = [], ...named }, i) => {
    if (!isFirst(keys, named.key, i)) throw fault('names another part already', 'parts', i, 'key');
    if (!isFirst(plans, named.plan, i)) throw fault('is in the bundle already; raise its quantity', 'parts', i, 'plan');
    const twice = limits.findIndex(
      ({ unitName }, place) => limits.findIndex((one) => one.unitName === unitName) < place,
    );
    if (twice >= 0) throw fault('is set aside already', 'parts', i, 'limits', twice, 'unitName');
    if (most !== null && most < quantity) throw fault('is below the quantity', 'parts', i, 'most');
  });
  for (const counts of ['quantityField', 'limitFields'] as const)
    if (form?.[counts] !== undefined) throw fault('is said part by part in a bundle', 'form', counts);
  const questions = form ? allQuestions(form) : new Map<string, unknown>();
  const targets = parsed.answers.map((one) => `${one.part} ${one.field}`);
  parsed.answers.forEach((one, i) => {
    if (!questions.has(one.question)) throw fault('is no question of the bundle', 'answers', i, 'question');
    if (!keys.includes(one.part)) throw fault('is no part of the bundle', 'answers', i, 'part');
    if (!isFirst(targets, targets[i]!, i)) throw fault('has an answer already', 'answers', i, 'field');
  });
  const used = new Set([...parsed.answers.map((one) => one.question), ...testedFields(form)]);
  const idle = [...questions.keys()].find((name) => !used.has(name));
  if (idle !== undefined) throw fault(`asks "${idle}", whose answer goes nowhere`, 'form');
  return { ...parsed, form };
}

/** Questions that decide whether others are asked. */
const testedFields = (form: OrderForm | null): string[] =>
  (form?.schema.allOf ?? []).flatMap((one) => Object.keys(one.if.properties));
