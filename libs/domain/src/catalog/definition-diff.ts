import { Decimal } from 'decimal.js';
import { amountInWords, moneyInWords } from '../currency.js';
import { priceInWords } from './price-words.js';
import type { PriceComponent } from './price.js';

/** One thing in which two definitions differ. */
export interface DefinitionChange {
  /** Names on the way; plans, prices, stages and tasks go by what they are called, not by their place. */
  readonly path: readonly string[];
  /** As text; null = it was not there, or empty. */
  readonly before: string | null;
  readonly after: string | null;
  /** For people. */
  readonly sentence: string;
}

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [name: string]: Json };
type Fields = { readonly [name: string]: Json };

/** Where a difference was found, and in what. */
interface Place {
  readonly path: readonly string[];
  /** The currency of the plan, within one. */
  readonly currency: string | null;
}

/** Every difference, in the order in which the definitions name their parts. */
export function diffDefinitions(before: object, after: object): DefinitionChange[] {
  return diffFields(before as Fields, after as Fields, { path: [], currency: null });
}

function diffFields(before: Fields, after: Fields, place: Place): DefinitionChange[] {
  const currency = [after.currency, before.currency].find((text) => typeof text === 'string') ?? place.currency;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
    diff(before[name] ?? null, after[name] ?? null, { path: [...place.path, name], currency }),
  );
}

function diff(before: Json, after: Json, place: Place): DefinitionChange[] {
  if (isList(before) && isList(after)) return diffLists(before, after, place);
  // What is not there at all has nothing in it.
  if (isList(before) && after === null) return diffLists(before, [], place);
  if (before === null && isList(after)) return diffLists([], after, place);
  if (isFields(before) && isFields(after)) return diffFields(before, after, place);
  const [was, is] = [textOf(before), textOf(after)];
  return was === is
    ? []
    : [{ path: place.path, before: was, after: is, sentence: sentenceOf(said(before), said(after), place) }];
}

function diffLists(before: readonly Json[], after: readonly Json[], place: Place): DefinitionChange[] {
  if (![...before, ...after].every(isFields)) {
    const [was, is] = [before, after].map((list) => (list.length === 0 ? null : list.map(textOf).join(', ')));
    const sentence = listSentence(was!, is!, place);
    return was === is ? [] : [{ path: place.path, before: was!, after: is!, sentence }];
  }
  const [old, next] = [named(before), named(after)];
  const parts = [...new Set([...next.keys(), ...old.keys()])].flatMap((name) =>
    diff(old.get(name) ?? null, next.get(name) ?? null, { ...place, path: [...place.path, name] }),
  );
  const [was, is] = [order(old, next), order(next, old)];
  const path = [...place.path, 'order'];
  return was === is
    ? parts
    : [...parts, { path, before: was, after: is, sentence: `${subject(place.path)} now come in the order ${is}.` }];
}

/** By what they are called, where that tells them apart; else by their place, counted from 1. */
function named(list: readonly Json[]): Map<string, Fields> {
  const elements = list as readonly Fields[];
  const nameOf = ({ slug, key, label, unitName, name }: Fields) => slug ?? key ?? label ?? unitName ?? name;
  const names = elements.map((one, place) => String(nameOf(one) ?? place + 1));
  const distinct = new Set(names).size === names.length;
  return new Map(elements.map((one, place) => [distinct ? names[place]! : String(place + 1), one]));
}

/** What both have, in the order of the first. */
const order = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string =>
  [...one.keys()].filter((name) => other.has(name)).join(', ');

/** Of a list of words, which is called by the plural of what stands in it. */
function listSentence(before: string | null, after: string | null, { path }: Place): string {
  const what = subject(path);
  if (before === null) return `${what} are now ${after}.`;
  if (after === null) return `${what} are left out (they were ${before}).`;
  return `${what} changed from ${before} to ${after}.`;
}

function sentenceOf(before: Json, after: Json, { path, currency }: Place): string {
  const what = subject(path);
  const [list] = path.slice(-2);
  const said = (part: Fields) => partWords(list!, part, currency);
  if (before === null && isFields(after)) return ended(`${what} is new${said(after) && `: ${said(after)}`}`);
  if (after === null && isFields(before)) return ended(`${what} is left out${said(before) && ` (${said(before)})`}`);
  if (before === null) return `${what} is now ${worded(after)}.`;
  if (after === null) return `${what} is no longer set (it was ${worded(before)}).`;
  if (isLong(before) || isLong(after)) return `${what} has been rewritten.`;
  if (path.at(-1) !== 'amount' || currency === null)
    return `${what} changed from ${worded(before)} to ${worded(after)}.`;
  const rises = new Decimal(textOf(after)!).gt(textOf(before)!);
  return `${subject(path.slice(0, -1))} ${rises ? 'rises' : 'falls'} from ${amountInWords(textOf(before)!, currency)} to ${moneyInWords(textOf(after)!, currency)}.`;
}

/** `plans.standard.prices.Mailbox` is: The price "Mailbox" of the plan "standard". */
function subject(path: readonly string[]): string {
  const words: string[] = [];
  for (let i = 0; i < path.length; i++) {
    const name = path[i]!;
    const one = ONE_OF[name];
    if (one && i + 1 < path.length && path[i + 1] !== 'order') words.unshift(`the ${one} "${path[++i]}"`);
    else words.unshift(`the ${inWords(name)}`);
  }
  const text = words.join(' of ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const ONE_OF: Readonly<Record<string, string>> = {
  plans: 'plan',
  prices: 'price',
  tiers: 'tier',
  limits: 'limit',
  stages: 'stage',
  automatic: 'automatic approval',
  tasks: 'task',
  fields: 'field',
  commitments: 'commitment',
  parts: 'part',
};

/** What a part that came or went says, where its name alone says too little. */
function partWords(list: string, part: Fields, currency: string | null): string {
  if (list === 'prices') return priceInWords(part as unknown as PriceComponent, currency ?? '');
  return list === 'commitments' ? String(part.promise) : '';
}

const ended = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`);

const inWords = (name: string) => name.replace(/([A-Z])/g, ' $1').toLowerCase();

/** Long texts are read beside the sentence, not in it. */
const isLong = (value: Json): boolean => typeof value === 'string' && value.length > 300;

function worded(value: Json): string {
  if (isFields(value)) return plainly(value);
  const text = textOf(value)!;
  return isLong(value) ? 'another text' : typeof value === 'string' && !/^[\d.-]+$/.test(value) ? `"${text}"` : text;
}

/** Of a whole that came in the place of something else: units sales, hr; roles requester. */
function plainly(value: Json): string {
  if (isList(value)) return value.map(plainly).join(', ');
  if (!isFields(value)) return textOf(value) ?? 'nothing';
  return Object.entries(value)
    .map(([name, inner]) => `${inWords(name)} ${plainly(inner)}`)
    .join('; ');
}

/** An empty text says nothing. */
const said = (value: Json): Json => (value === undefined || value === '' ? null : value);

function textOf(value: Json): string | null {
  const words = said(value);
  if (words === null) return null;
  return typeof words === 'object' ? JSON.stringify(words) : String(words);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isFields = (value: Json): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
