import { ALWAYS_OPEN } from '../calendar/always-open.js';
import { Calendar } from '../calendar/calendar.js';
import { createCalendar } from '../calendar/defined-calendar.js';
import type { CalendarDefinition } from '../calendar/definition.js';
import { type CreditSchedule, type CreditScheduleDefinition, createCreditSchedule } from '../credit/credit-schedule.js';
import { assertOneOf, assertRecord } from '../foundation/check.js';
import { parsePercent } from '../foundation/decimal.js';
import { frozenCopy } from '../foundation/frozen-copy.js';
import { InputError } from '../foundation/input-error.js';
import { made } from '../foundation/made.js';
import type { ExcludedTime } from '../indicator/availability-parts.js';
import { assertIndicator, type Indicator } from '../indicator/indicator.js';
import { assertObjective, type Objective } from '../objective/objective.js';
import type { MissingData } from '../objective/verdict.js';

/** A commitment as a contract writes it. Plain JSON, except that a calendar that was made already may be given. */
export interface TermsDefinition {
  readonly indicator: Indicator;
  readonly objective: Objective;
  /** When the promise holds; null or left out: around the clock. */
  readonly calendar?: CalendarDefinition | Calendar | null;
  /** Default: gaps are ignored, any coverage is enough. */
  readonly missingData?: MissingData;
  /** What availability makes of maintenance and exclusions. Default `removed`. */
  readonly excludedTime?: ExcludedTime;
  readonly creditSchedule?: CreditScheduleDefinition | null;
}

/** Checked terms; made by {@link createTerms}, judged by {@link judge}. Immutable: a copy of what was given. */
export interface Terms {
  readonly indicator: Indicator;
  readonly objective: Objective;
  readonly calendar: Calendar;
  readonly missingData: MissingData;
  readonly excludedTime: ExcludedTime;
  readonly creditSchedule: CreditSchedule | null;
}

/** @throws {InputError} When any part is malformed or out of range; the path names it from the top of the terms. */
export function createTerms(given: TermsDefinition): Terms {
  assertRecord('terms', given);
  const definition = frozenCopy('terms', given);
  const { indicator, objective, missingData = { gaps: 'ignore' }, excludedTime = 'removed' } = definition;
  assertIndicator('indicator', indicator);
  assertObjective('objective', objective);
  assertMissingData(missingData);
  assertOneOf('excludedTime', excludedTime, ['removed', 'countsAsUp']);
  const { creditSchedule } = definition;
  return made('createTerms', {
    indicator,
    objective,
    calendar: within('calendar', () => calendarOf(definition)),
    missingData,
    excludedTime,
    creditSchedule:
      creditSchedule != null
        ? within('creditSchedule', () => createCreditSchedule(creditSchedule, objective.comparator))
        : null,
  });
}

function calendarOf({ calendar }: TermsDefinition): Calendar {
  if (calendar == null) return ALWAYS_OPEN;
  return calendar instanceof Calendar ? calendar : createCalendar(calendar);
}

function assertMissingData(missingData: MissingData): void {
  assertRecord('missingData', missingData);
  const { gaps, coverageFloorPercent, belowFloor = 'insufficientData' } = missingData;
  assertOneOf('missingData.gaps', gaps, ['ignore', 'good', 'bad']);
  assertOneOf('missingData.belowFloor', belowFloor, ['insufficientData', 'deemedMissed']);
  if (coverageFloorPercent != null) parsePercent('missingData.coverageFloorPercent', coverageFloorPercent);
}

function within<Made>(path: string, make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (error instanceof InputError)
      throw new InputError(error.code, `${path}.${error.path}`, error.value, error.fault);
    throw error;
  }
}
