import type { ParseKeys } from 'i18next';
import { i18next } from './i18n';

const templates = new Map<string, string>();

/**
 * A phrase that a table says thousands of times, such as "{{amount}} left": looked up once, and filled in without the
 * machinery for plurals, contexts and phrases within phrases. Who needs those asks `i18next.t`.
 *
 * @throws {RangeError} When it is not known (yet): its room has not brought its words.
 */
export function phrase(key: ParseKeys, values?: Readonly<Record<string, string>>): string {
  const template = templates.get(key) ?? lookUp(key);
  return values ? template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '') : template;
}

function lookUp(key: string): string {
  if (!i18next.exists(key)) throw new RangeError(`There is no phrase ${key}.`);
  // Any key says the same to the compiler: with all ten thousand it compares for a minute.
  const template: string = i18next.t(key as 'ui.clear', { skipInterpolation: true });
  templates.set(key, template);
  return template;
}
