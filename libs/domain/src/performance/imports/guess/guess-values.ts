import type { TicketState } from '../ticket-profile.js';

/** What words of ticket systems mean; the first that is found in a value counts. */
const STATES: readonly (readonly [RegExp, TicketState])[] = [
  [/cancel|withdrawn|rejected|duplicate|won'?t/i, 'cancelled'],
  [/re-?open/i, 'active'],
  [/resolved|solved|done|fixed|complete/i, 'resolved'],
  [/clos/i, 'closed'],
  [/wait|pend|hold|await|suspend|paus/i, 'paused'],
  [/new|open|to ?do|backlog|logged|registered|submitted/i, 'new'],
];

const PRIORITIES: readonly (readonly [RegExp, number])[] = [
  [/critical|blocker|highest|urgent|emergency/i, 1],
  [/high|major/i, 2],
  [/medium|moderate|normal|standard/i, 3],
  [/lowest|trivial|planning/i, 5],
  [/low|minor/i, 4],
];

/** Whoever is at work on a ticket has many words for it, so it is `active` where no other is meant. */
export const guessState = (text: string): TicketState => STATES.find(([word]) => word.test(text))?.[1] ?? 'active';

/** 1 to 9; null where nothing in it says which. */
export function guessPriority(text: string): number | null {
  const [, digit] = /^\D{0,10}([1-9])(?!\d)/.exec(text) ?? [];
  return digit ? Number(digit) : (PRIORITIES.find(([word]) => word.test(text))?.[1] ?? null);
}

/** null where nothing in it says whether the service was up. */
export function guessUp(text: string): boolean | null {
  if (/^(up|true|1|ok|success|available|online|degraded|healthy|200)$/i.test(text)) return true;
  return /^(down|false|0|fail(ed|ure)?|error|unavailable|offline|unhealthy|[45]\d\d)$/i.test(text) ? false : null;
}
