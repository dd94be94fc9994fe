import { claimDeadline, type ClaimTerm, createCalendar, InputError, type CalendarDefinition } from '@accord/sla';
import { z } from 'zod';
import { parseWith } from '../parse-with.js';
import { DomainError } from '../domain-error.js';
import type { AgreementKind } from './agreement-kind.js';
import { addDays, type LocalDay } from './local-day.js';

/** How the credits of several misses of a period make one: all of them, the highest, or what a table pays for their points. */
export const CREDIT_COMBINATIONS = ['sum', 'highest', 'points'] as const;
export type CreditCombination = (typeof CREDIT_COMBINATIONS)[number];

/** What begins the term of a claim: the first thing that went wrong, the end of the period, or that it was closed. */
export const CLAIM_ANCHORS = ['occurrence', 'periodEnd', 'closing'] as const;
export type ClaimAnchor = (typeof CLAIM_ANCHORS)[number];

/** `monthEnds`: until the end of that month (0), the next one (1), the one after (2). */
export const CLAIM_UNITS = ['days', 'businessDays', 'months', 'monthEnds'] as const;
export type ClaimUnit = (typeof CLAIM_UNITS)[number];

export const REMEDY_NATURES = ['priceAdjustment', 'liquidatedDamages', 'bonus'] as const;
export type RemedyNature = (typeof REMEDY_NATURES)[number];

/** Until when a credit may be claimed. */
export interface ClaimDeadlineTerms {
  readonly anchor: ClaimAnchor;
  readonly unit: ClaimUnit;
  readonly count: number;
  /** A last day on which the calendar is closed moves to its next open one. */
  readonly rolls: boolean;
}

/** From this many points on, this percentage of the charge is credited. */
export interface PointsRow {
  readonly points: number;
  readonly percent: string;
}

/** A credit that comes back to who owed it, when the periods after the miss are kept without a gap. */
export interface EarnBackTerms {
  /** How many closed periods have to be kept. */
  readonly periods: number;
  /** The share of the good that each has to reach, in percent; null = what was promised for it. */
  readonly levelPercent: string | null;
}

/** Most periods that may have to be kept. */
export const MOST_EARN_BACK_PERIODS = 12;

/** What an agreement says of the credits of all its commitments together. Percentages and amounts are decimals as text. */
export interface RemedyTerms {
  readonly combination: CreditCombination;
  /** Of `points`: each miss costs a point; empty otherwise. */
  readonly pointsTable: readonly PointsRow[];
  /** A miss that follows one of the period before costs two points. */
  readonly repeatDoubles: boolean;
  /** Commitments that one incident made fail are credited once, by the highest. */
  readonly oncePerIncident: boolean;
  /** Of the charge of the period; null = no cap. */
  readonly periodCapPercent: string | null;
  /** In the currency of the agreement; null = no cap. */
  readonly yearCap: string | null;
  /** The month, 1 to 12, in which the year of the contract begins. */
  readonly yearFromMonth: number;
  /** null = what was missed stays owed, however well it is kept afterwards. */
  readonly earnBack: EarnBackTerms | null;
  /** Credited by itself; otherwise somebody has to claim it. */
  readonly isAutomatic: boolean;
  /** null = a claim is always in time. */
  readonly deadline: ClaimDeadlineTerms | null;
  readonly nature: RemedyNature;
  /** Whether nothing else can be asked for. */
  readonly isSole: boolean;
}

const USUAL: RemedyTerms = {
  combination: 'sum',
  pointsTable: [],
  repeatDoubles: false,
  oncePerIncident: false,
  periodCapPercent: null,
  yearCap: null,
  yearFromMonth: 1,
  earnBack: null,
  isAutomatic: false,
  deadline: null,
  nature: 'priceAdjustment',
  isSole: false,
};

/**
 * What holds where an agreement says nothing: every credit is owed in full. What we owe customers is credited by itself,
 * what a company owes us is claimed, and between us and our own teams no money moves (null).
 */
export function usualRemedy(kind: AgreementKind): RemedyTerms | null {
  return kind === 'ola' ? null : { ...USUAL, isAutomatic: kind === 'sla' };
}

const DECIMAL = /^\d{1,15}(\.\d{1,12})?$/;
const decimal = z.string().regex(DECIMAL, 'must be a decimal, 0 or more');
const percent = decimal.refine((text) => Number(text) <= 100, 'must be at most 100');

const SCHEMA = z.object({
  combination: z.enum(CREDIT_COMBINATIONS),
  pointsTable: z.array(z.object({ points: z.number().int().min(1).max(1000), percent })).max(50),
  repeatDoubles: z.boolean(),
  oncePerIncident: z.boolean(),
  periodCapPercent: percent.nullable(),
  yearCap: decimal.nullable(),
  yearFromMonth: z.number().int().min(1).max(12),
  earnBack: z
    .object({ periods: z.number().int().min(1).max(MOST_EARN_BACK_PERIODS), levelPercent: percent.nullable() })
    .nullable(),
  isAutomatic: z.boolean(),
  deadline: z
    .object({
      anchor: z.enum(CLAIM_ANCHORS),
      unit: z.enum(CLAIM_UNITS),
      count: z.number().int().min(0).max(1000),
      rolls: z.boolean(),
    })
    .nullable(),
  nature: z.enum(REMEDY_NATURES),
  isSole: z.boolean(),
});

/** @throws {DomainError} `WRONG_REMEDY` when a figure is out of range, or terms stand beside each other that do not fit. */
export function assertRemedyTerms(terms: RemedyTerms): void {
  parseWith(SCHEMA, terms, ['remedy'], 'WRONG_REMEDY');
  const refuse = (sentence: string, field: string) => {
    throw new DomainError('WRONG_REMEDY', sentence, ['remedy', field]);
  };
  const byPoints = terms.combination === 'points';
  if (byPoints !== terms.pointsTable.length > 0)
    refuse('A table of points belongs to credits by points, and to no others.', 'pointsTable');
  const points = new Set(terms.pointsTable.map((row) => row.points));
  if (points.size < terms.pointsTable.length) refuse('A number of points pays one percentage.', 'pointsTable');
  if (terms.repeatDoubles && !byPoints) refuse('Only points are doubled.', 'repeatDoubles');
  if (terms.isAutomatic && terms.deadline) refuse('What is credited by itself needs no deadline.', 'deadline');
}

/** The first day of the contract's year in which a day lies. */
export function contractYearOf({ yearFromMonth }: Pick<RemedyTerms, 'yearFromMonth'>, day: LocalDay): LocalDay {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const first = month >= yearFromMonth ? year : year - 1;
  return `${first}-${String(yearFromMonth).padStart(2, '0')}-01`;
}

/** The day on which each anchor falls. */
export type AnchorDays = Readonly<Record<ClaimAnchor, LocalDay>>;

/**
 * The last day on which a credit can be claimed. Business days are Monday to Friday without the holidays given.
 *
 * @returns null where the terms set none; with the instant at which that day ends in the zone.
 * @throws {DomainError} `WRONG_REMEDY` for a term that ends after 2199.
 */
export function claimableUntil(
  { deadline }: Pick<RemedyTerms, 'deadline'>,
  days: AnchorDays,
  { zone, holidays }: { readonly zone: string; readonly holidays: readonly LocalDay[] },
): { readonly lastDay: LocalDay; readonly to: Date; readonly anchorDay: LocalDay } | null {
  if (!deadline) return null;
  const { anchor, unit, count, rolls } = deadline;
  const calendar = createCalendar(businessWeek(zone, holidays));
  try {
    const lastDay = claimDeadline(calendar, { [unit]: count } as ClaimTerm, days[anchor]).lastDate;
    // Of the day before, the next business day is the day itself where that is open.
    const rolled = rolls ? { businessDays: 1 } : { days: 1 };
    const last = claimDeadline(calendar, rolled, addDays(lastDay, -1));
    return { lastDay: last.lastDate, to: new Date(last.to), anchorDay: days[anchor] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new DomainError('WRONG_REMEDY', `The deadline of claims ${error.message}.`, ['remedy', 'deadline']);
  }
}

function businessWeek(zone: string, holidays: readonly LocalDay[]): CalendarDefinition {
  const hours: [string, string][] = [['00:00', '24:00']];
  return { zone, weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours }, holidays: [...holidays] };
}
