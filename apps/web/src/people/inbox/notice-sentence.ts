import type { NoticeFragment, NoticeKind } from '../../generated/graphql';
import { codeWord } from '../../i18n/code-word';
import { i18next } from '../../i18n/i18n';
import { formatDay } from '../../ui/format-instant';
import type words from './en.json';

/** Facts that a kind can do without: each is a sentence of its own. */
const ALSO: Partial<Record<NoticeKind, (keyof (typeof words)['also'])[]>> = {
  APPROVAL_NEEDED: ['standsInFor'],
  ORDER_CHANGED: ['by', 'reason'],
  TASK_ASSIGNED: ['due'],
  FIGURE_STATED: ['until'],
  FIGURE_ANSWERED: ['reason'],
  CREDIT_CLAIMABLE: ['until'],
  CLAIM_MOVED: ['by', 'reason'],
  PRICE_CHANGE: ['text'],
  PROMISE_CHANGE: ['text'],
  CHANGE_CALLED_OFF: ['text'],
  RETIREMENT: ['successor'],
  CLOSING_AHEAD: ['waits'],
};

const DAY = /^\d{4}-\d\d-\d\d$/;

/** What a kind of notice is about, in a few words. */
export const kindWords = (kind: NoticeKind) => codeWord('inbox.kind', kind);

/** What a notice says; of what its reader may not read any more, no more than its kind. */
export function noticeSentence({ kind, facts }: Pick<NoticeFragment, 'kind' | 'facts'>): string {
  const key = `inbox.words.${kind}`;
  if (facts.length === 0 || !i18next.exists(key)) return kindWords(kind);
  const values = Object.fromEntries(facts.map(({ name, value }) => [name, DAY.test(value) ? formatDay(value) : value]));
  const say = (words: string) => String(i18next.t(words as never, values));
  const also = (ALSO[kind] ?? []).filter((name) => values[name]);
  const sentence = [say(key), ...also.map((name) => say(`inbox.also.${name}`))].join(' ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
