import type { LocalDay } from '../agreements/local-day.js';
import { DomainError } from '../domain-error.js';
import { offerRefusal } from '../orders/offer.js';
import type { BundleDefinition, BundlePart, SharedAnswer } from './bundle-definition.js';
import type { Lifecycle } from './lifecycle.js';
import { limitRefusals, type LimitRange } from './limits.js';
import { allQuestions } from './order-form-answers.js';
import type { FormQuestion, OrderForm } from './order-form-shape.js';
import type { PriceComponent } from './price.js';

/** What a part names, as it is offered today. */
export interface OfferedPart {
  readonly service: string;
  readonly plan: string;
  readonly currency: string;
  /** Why nobody can order it now, in one sentence; null when it can be ordered. */
  readonly refusal: string | null;
  readonly form: OrderForm | null;
  readonly limits: readonly LimitRange[];
  /** Of today; null while the plan has none. */
  readonly prices: readonly PriceComponent[] | null;
}

/**
 * Whether a bundle can be offered: its parts can be ordered and paid together, as the bundle sets them aside, and each shared answer will be taken by the
 * form that it goes to.
 *
 * @param offered By the key of the part; a part that is left out names a plan that there is not.
 * @throws {DomainError} `UNKNOWN_PLAN`, `PART_NOT_OFFERED`, `WRONG_LIMIT`, `CURRENCIES_DIFFER` or `ANSWER_DOES_NOT_FIT`, with the path.
 */
export function assertBundleFits(
  { parts, form, answers }: BundleDefinition,
  offered: ReadonlyMap<string, OfferedPart>,
  path: readonly string[] = ['definition'],
): void {
  const currency = offered.get(parts[0]!.key)?.currency;
  parts.forEach(({ key, plan, limits = [] }, i) => {
    const part = [...path, 'parts', String(i)];
    const at = [...part, 'plan'];
    const found = offered.get(key);
    if (!found) throw new DomainError('UNKNOWN_PLAN', `There is no plan "${plan}".`, at);
    if (found.refusal !== null) throw new DomainError('PART_NOT_OFFERED', found.refusal, at);
    const unfit = setAsideRefusal(limits, found);
    if (unfit) throw new DomainError('WRONG_LIMIT', unfit, [...part, 'limits']);
    if (found.currency !== currency) {
      const sentence = `${found.plan} of ${found.service} is priced in ${found.currency}, the first part in ${currency}; a bundle has one currency.`;
      throw new DomainError('CURRENCIES_DIFFER', sentence, at);
    }
  });
  answers.forEach((shared, i) => {
    const why = misfit(form!, shared, offered.get(shared.part)!);
    if (why) throw new DomainError('ANSWER_DOES_NOT_FIT', why, [...path, 'answers', String(i)]);
  });
}

/** Why a form would not take each answer to a question; null when it would. */
function misfit(asking: OrderForm, { question, field }: SharedAnswer, { service, form }: OfferedPart): string | null {
  const to = form && allQuestions(form).get(field);
  if (!to) return `The form of ${service} has no field "${field}".`;
  const from = allQuestions(asking).get(question)!;
  const wrong = (why: string) => `"${from.title}" cannot answer "${to.title}" of ${service}: ${why}.`;
  if (kindOf(from) !== kindOf(to) && !(from.type === 'integer' && to.type === 'number'))
    return wrong('it asks for another kind of answer');
  if (needs(form, field) && !needs(asking, question))
    return wrong('an answer is needed there, and may be left out here');
  const limit = widerThan(from, to);
  return limit === null ? null : wrong(limit);
}

/** A text, a number, yes or no, a list, and of what. */
function kindOf(question: FormQuestion): string {
  if (question.type === 'array') return `list of ${question.items.format ?? 'choices'}`;
  return question.type === 'string' ? `text ${question.format ?? ''}` : question.type;
}

/** Whether a field needs an answer wherever it is asked. */
function needs({ schema }: OrderForm, field: string): boolean {
  const parts = [schema, ...(schema.allOf ?? []).flatMap((one) => [one.then ?? {}, one.else ?? {}])];
  return parts.some(({ required = [] }) => required.includes(field));
}

type Limits = { readonly [limit: string]: unknown };
const LEAST = ['minLength', 'minimum', 'minItems'];
const MOST = ['maxLength', 'maximum', 'maxItems'];

/** In what the first question allows more than the second. */
function widerThan(from: FormQuestion, to: FormQuestion): string | null {
  const [here, there] = [from, to] as unknown as [Limits, Limits];
  for (const limit of [...LEAST, ...MOST]) {
    const allowed = there[limit];
    if (typeof allowed !== 'number') continue;
    const given = typeof here[limit] === 'number' ? here[limit] : longestChoice(from, limit);
    const fits = given !== null && (LEAST.includes(limit) ? given >= allowed : given <= allowed);
    if (!fits) return `there its ${limit} is ${allowed}`;
  }
  if (there.pattern !== undefined && here.pattern !== there.pattern) return 'it is written after another pattern there';
  if (there.const !== undefined && here.const !== there.const) return 'there it has to be agreed to';
  const taken = choicesOf(to);
  if (!taken) return null;
  const strange = choicesOf(from)?.find((choice) => !taken.includes(choice));
  if (strange !== undefined) return `"${strange}" is no choice there`;
  return choicesOf(from) ? null : 'there one chooses from a list';
}

/** The limit that a list of choices has of itself; null where there is none. */
function longestChoice(question: FormQuestion, limit: string): number | null {
  const choices = choicesOf(question);
  if (!choices) return null;
  const lengths = choices.map((choice) => choice.length);
  if (limit === 'maxItems') return choices.length;
  if (limit === 'minLength') return Math.min(...lengths);
  return limit === 'maxLength' ? Math.max(...lengths) : null;
}

function choicesOf(question: FormQuestion): readonly string[] | null {
  const list = question.type === 'array' ? question.items : question.type === 'string' ? question : null;
  return list?.enum ?? list?.oneOf?.map((option) => option.const) ?? null;
}

/** Why a plan cannot be ordered as a part of a bundle now, in one sentence; null when it can. */
export function partRefusal(
  service: { readonly name: string; readonly lifecycle: Lifecycle },
  plan: {
    readonly name: string;
    readonly endedAt: Date | null;
    readonly endsOn: LocalDay | null;
    readonly priceOnRequest: boolean;
  },
  { today, hasTeam }: { readonly today: LocalDay; readonly hasTeam: boolean },
): string | null {
  const offer = offerRefusal(service, { hasTeam, plans: 1 });
  if (offer) return offer.message;
  const ended = plan.endedAt !== null || (plan.endsOn !== null && plan.endsOn < today);
  if (ended) return `The plan ${plan.name} of ${service.name} has ended and takes no new orders.`;
  return plan.priceOnRequest ? `The price of ${plan.name} is told on request; ask the owner of ${service.name}.` : null;
}

/** Why a plan does not take what a bundle sets aside of it, in one sentence; null when it does. */
export function setAsideRefusal(
  said: NonNullable<BundlePart['limits']>,
  { service, plan, limits, prices, form }: Pick<OfferedPart, 'service' | 'plan' | 'limits' | 'prices' | 'form'>,
): string | null {
  if (said.length === 0 || prices === null) return null;
  const asked = Object.keys(form?.limitFields ?? {});
  const [first] = limitRefusals({ plan: { name: plan, limits }, prices, said, kept: [], carried: [], asked }).filter(
    // Of units that the bundle leaves open, who orders says how many.
    ({ code }) => code !== 'LIMIT_MISSING',
  );
  return first
    ? `${plan} of ${service} cannot be ordered as the bundle has it: ${first.message.replace(/^(Set|Only|Give)/, (verb) => verb.toLowerCase())}`
    : null;
}
