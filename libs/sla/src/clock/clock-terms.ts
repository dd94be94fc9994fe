import { assertCalendar, type Calendar } from '../calendar/calendar.js';
import { assertCount, assertDuration, assertList, assertOneOf, assertRecord } from '../foundation/check.js';
import { frozenCopy } from '../foundation/frozen-copy.js';
import { InputError } from '../foundation/input-error.js';
import { assertMade, made } from '../foundation/made.js';
import type { ReopenPolicy } from './reopen.js';
import type { ChangePolicy } from './target-change.js';

/**
 * What is clocked: the `resolution`, from start to stop; the `firstResponse`, from start; or each `nextResponse`, from a
 * reply of the customer to ours, once there was a first response.
 */
export type ClockMetric = 'resolution' | 'firstResponse' | 'nextResponse';

/** What a target is chosen by, for example `{ priority: 'P1', site: 'Ulm' }`. */
export type Subject = Readonly<Record<string, string>>;

/** Running time in whole milliseconds, or working days. */
export type Target =
  | { readonly targetMs: number; readonly targetDays?: never; readonly endOfWorkingDay?: never }
  | { readonly targetMs?: never; readonly targetDays: number; readonly endOfWorkingDay?: boolean };

/** The target of whatever has all the values of `when`; of everything when it is left out. */
export type TargetRule = Target & {
  readonly when?: Subject;
  /** Counts instead of the calendar of the terms. */
  readonly calendar?: Calendar;
};

export interface ClockTermsDefinition {
  /** `resolution` when left out. */
  readonly metric?: ClockMetric;
  readonly calendar: Calendar;
  /** The first that matches wins. */
  readonly targets: readonly TargetRule[];
  /** What counts after a re-opening; `resume` when left out. */
  readonly reopen?: ReopenPolicy;
  /** What a change of target does; `keepElapsed` when left out. */
  readonly change?: ChangePolicy;
}

/** Checked terms. Immutable; made by {@link createClockTerms}. */
export interface ClockTerms extends Required<ClockTermsDefinition> {
  readonly targets: readonly CheckedRule[];
}

export type CheckedRule = TargetRule & {
  readonly calendar: Calendar;
  /** @internal What `when` says. */
  readonly conditions: readonly { readonly name: string; readonly value: string }[];
};

/**
 * Checks the terms of a clock.
 *
 * @example
 * createClockTerms({ calendar, targets: [...targetsByPriority({ P1: 4 * HOUR }), { targetDays: 5 }] });
 *
 * @throws {InputError} When there is no target, one is negative or of no kind, or a policy is unknown.
 */
export function createClockTerms(definition: ClockTermsDefinition): ClockTerms {
  assertRecord('definition', definition);
  const { metric = 'resolution', calendar, targets, reopen = 'resume', change = 'keepElapsed' } = definition;
  assertOneOf('metric', metric, ['resolution', 'firstResponse', 'nextResponse']);
  assertOneOf('reopen', reopen, ['first', 'restart', 'resume', 'neverStopped']);
  assertOneOf('change', change, ['keepElapsed', 'restart']);
  assertCalendar('calendar', calendar);
  assertList('targets', targets);
  if (targets.length === 0) throw new InputError('MISSING', 'targets', targets, 'must hold a target');
  const rules = targets.map((rule, i) => {
    assertTarget(`targets[${i}]`, rule);
    const conditions = Object.entries(rule.when === undefined ? {} : rule.when).map(([name, value]) => ({
      name,
      value,
    }));
    return Object.freeze({ ...frozenCopy(`targets[${i}]`, rule), calendar: rule.calendar ?? calendar, conditions });
  });
  return made('createClockTerms', { metric, calendar, targets: Object.freeze(rules), reopen, change });
}

/** A rule for each priority, in running time. @throws {InputError} When a target is negative or not whole. */
export function targetsByPriority(targetMs: Readonly<Record<string, number>>): TargetRule[] {
  assertRecord('targetMs', targetMs);
  return Object.entries(targetMs).map(([priority, ms]) => {
    assertDuration(`targetMs.${priority}`, ms);
    return { when: { priority }, targetMs: ms };
  });
}

/** @throws {InputError} When the terms were not made by {@link createClockTerms}. */
export const assertTerms = (path: string, terms: ClockTerms): void => assertMade(path, terms, 'createClockTerms');

/**
 * The first rule that the subject matches.
 *
 * @throws {InputError} When none does: what has no target is not clocked by chance.
 */
export function targetFor({ targets }: ClockTerms, subject: Subject): CheckedRule {
  for (const rule of targets) if (matches(rule, subject)) return rule;
  throw new InputError('MISSING', 'targets', subject, 'must hold a rule that it matches');
}

function matches({ conditions }: CheckedRule, subject: Subject): boolean {
  for (const { name, value } of conditions) if (subject[name] !== value) return false;
  return true;
}

function assertTarget(path: string, rule: TargetRule): void {
  assertRecord(path, rule);
  const { when, targetMs, targetDays, calendar } = rule;
  if (when !== undefined) assertRecord(`${path}.when`, when);
  if ((targetMs === undefined) === (targetDays === undefined)) {
    throw new InputError('MALFORMED', path, { targetMs, targetDays }, 'must have either targetMs or targetDays');
  }
  if (targetMs !== undefined) assertDuration(`${path}.targetMs`, targetMs);
  if (targetDays !== undefined) assertCount(`${path}.targetDays`, targetDays);
  if (calendar !== undefined) assertCalendar(`${path}.calendar`, calendar);
}
