import type { ClockTerms, Subject } from './clock-terms.js';

/**
 * Something that happened to what is clocked, such as a ticket. Clocks of every metric read the same log and take from it
 * what concerns them. An event that changes nothing, such as a second pause, is no fault: logs repeat themselves.
 */
export type ClockEvent =
  /** `subject` is what rules choose the target by, for example `{ priority: 'P1' }`. */
  | { readonly kind: 'start'; readonly at: number; readonly subject?: Subject }
  | { readonly kind: ClockSignal; readonly at: number }
  | { readonly kind: 'priorityChange'; readonly at: number; readonly priority: string }
  | { readonly kind: 'policyChange'; readonly at: number; readonly terms: ClockTerms };

/** `firstResponse` and `response` are ours, `customerReply` is theirs. */
export type ClockSignal = 'pause' | 'resume' | 'stop' | 'reopen' | 'firstResponse' | 'customerReply' | 'response';

/** An event of a log that tells of many. */
export type LoggedEvent = ClockEvent & { readonly ref: string };
