import { z } from 'zod';
import { decimal, needed, neededChoice, optionalDecimal, optionalText, slug } from '../app/field-rules';
import {
  AvailabilitySourceCodes,
  ComparatorCodes,
  ExcludedTimeCodes,
  IndicatorKindCodes,
  MissingDataCodes,
  TicketMetricCodes,
  WindowKindCodes,
  type CommitmentTermsInput,
  type FullTermsFragment,
  type IndicatorInput,
  type IndicatorKind,
} from '../generated/graphql';

const minute = 60_000;
const hour = 3_600_000;
const count = z.number('ui.form.required').int('ui.form.range').min(0, 'ui.form.range');
const percent = decimal.refine((text) => Number(text) >= 0 && Number(text) <= 100, 'ui.form.range');

/** What the form holds: minutes and hours as people say them, one part for each indicator, of which one counts. */
export const commitmentSchema = z
  .object({
    serviceId: neededChoice,
    name: needed,
    slug,
    kind: z.enum(IndicatorKindCodes),
    availability: z.object({
      source: z.enum(AvailabilitySourceCodes),
      shortestOutageMinutes: z.number('ui.form.required').min(0, 'ui.form.range').nullable(),
      longestHoldMinutes: z.number().positive('ui.form.range').nullable(),
    }),
    ticketsInTime: z.object({
      metric: z.enum(TicketMetricCodes),
      targets: z.array(
        z.object({
          priority: count.min(1, 'ui.form.range').nullable(),
          hours: z.number('ui.form.required').positive('ui.form.range').nullable(),
        }),
      ),
      lowVolumeUnder: count.nullable(),
      allowedFailures: count.nullable(),
    }),
    goodOfTotal: z.object({ series: z.string() }),
    percentile: z.object({
      series: z.string(),
      limit: z.number('ui.form.required').positive('ui.form.range').nullable(),
      unit: z.string(),
    }),
    satisfaction: z.object({
      series: z.string(),
      lowest: count.nullable(),
      highest: count.nullable(),
      satisfiedFrom: count.nullable(),
      leastAnswers: count.min(5, 'ui.form.range').nullable(),
    }),
    target: percent,
    comparator: z.enum(ComparatorCodes),
    window: z.enum(WindowKindCodes),
    windowText: optionalText,
    calendarId: neededChoice,
    missingData: z.enum(MissingDataCodes),
    coverageFloor: percent,
    providerOwesData: z.boolean(),
    excludedTime: z.enum(ExcludedTimeCodes),
    underpinnedBy: z.array(
      z.object({
        commitmentIds: z.array(z.string()).min(1, 'ui.form.required'),
        needed: count.min(1, 'ui.form.range').nullable(),
      }),
    ),
    withCredit: z.boolean(),
    credit: z.object({
      tiers: z.array(z.object({ gte: optionalDecimal, lt: optionalDecimal, percent: decimal })),
      minimum: optionalDecimal,
      capPercent: optionalDecimal,
    }),
  })
  .superRefine((values, context) => {
    const missing = (path: (string | number)[], message = 'ui.form.required') =>
      context.addIssue({ code: 'custom', path, message });
    if (values.kind === 'AVAILABILITY' && values.availability.shortestOutageMinutes === null) {
      missing(['availability', 'shortestOutageMinutes']);
    }
    if (values.kind === 'TICKETS_IN_TIME') {
      const { targets, lowVolumeUnder, allowedFailures } = values.ticketsInTime;
      if (targets.length === 0) missing(['ticketsInTime', 'targets'], 'agreements.noTargets');
      targets.forEach(({ priority, hours }, place) => {
        if (priority === null) missing(['ticketsInTime', 'targets', place, 'priority']);
        if (hours === null) missing(['ticketsInTime', 'targets', place, 'hours']);
      });
      if (lowVolumeUnder === null && allowedFailures !== null) missing(['ticketsInTime', 'lowVolumeUnder']);
      if (lowVolumeUnder !== null && allowedFailures === null) missing(['ticketsInTime', 'allowedFailures']);
    }
    if (values.kind === 'GOOD_OF_TOTAL' && values.goodOfTotal.series.trim() === '') missing(['goodOfTotal', 'series']);
    if (values.kind === 'PERCENTILE') {
      const { series, limit, unit } = values.percentile;
      if (series.trim() === '') missing(['percentile', 'series']);
      if (limit === null) missing(['percentile', 'limit']);
      if (unit.trim() === '') missing(['percentile', 'unit']);
    }
    if (values.kind === 'SATISFACTION') {
      const { series, ...numbers } = values.satisfaction;
      if (series.trim() === '') missing(['satisfaction', 'series']);
      for (const [name, value] of Object.entries(numbers)) if (value === null) missing(['satisfaction', name]);
      const { lowest, highest, satisfiedFrom } = numbers;
      if (lowest !== null && highest !== null && lowest >= highest)
        missing(['satisfaction', 'highest'], 'ui.form.range');
      else if (satisfiedFrom !== null && (satisfiedFrom <= (lowest ?? 0) || satisfiedFrom > (highest ?? satisfiedFrom)))
        missing(['satisfaction', 'satisfiedFrom'], 'ui.form.range');
    }
    if (values.withCredit && values.credit.tiers.length === 0) missing(['credit', 'tiers'], 'agreements.noTiers');
  });

export type CommitmentForm = z.output<typeof commitmentSchema>;

/** The form for terms there are, or for new ones with what most contracts say. */
export function formOf(terms: FullTermsFragment | null): CommitmentForm {
  const indicator = terms?.indicator;
  const availability = indicator?.__typename === 'AvailabilityIndicator' ? indicator : null;
  const tickets = indicator?.__typename === 'TicketsInTimeIndicator' ? indicator : null;
  const counts = indicator?.__typename === 'GoodOfTotalIndicator' ? indicator : null;
  const values = indicator?.__typename === 'PercentileIndicator' ? indicator : null;
  const satisfaction = indicator?.__typename === 'SatisfactionIndicator' ? indicator : null;
  return {
    serviceId: terms?.commitment.service.id ?? (null as unknown as string),
    name: terms?.name ?? '',
    slug: terms?.commitment.slug ?? '',
    kind: indicator ? KINDS[indicator.__typename] : 'AVAILABILITY',
    availability: {
      source: availability?.source ?? 'OUTAGES',
      shortestOutageMinutes: (availability?.shortestOutageMs ?? 0) / minute,
      longestHoldMinutes: availability?.longestHoldMs ? availability.longestHoldMs / minute : null,
    },
    ticketsInTime: {
      metric: tickets?.metric ?? 'RESOLUTION',
      targets: (tickets?.targets ?? []).map(({ priority, targetMs }) => ({ priority, hours: targetMs / hour })),
      lowVolumeUnder: tickets?.lowVolumeUnder ?? null,
      allowedFailures: tickets?.allowedFailures ?? null,
    },
    goodOfTotal: { series: counts?.series ?? '' },
    percentile: { series: values?.series ?? '', limit: values?.limit ?? null, unit: values?.unit ?? 'ms' },
    satisfaction: {
      series: satisfaction?.series ?? '',
      lowest: satisfaction?.lowest ?? 1,
      highest: satisfaction?.highest ?? 5,
      satisfiedFrom: satisfaction?.satisfiedFrom ?? 4,
      leastAnswers: satisfaction?.leastAnswers ?? 5,
    },
    target: terms?.target ?? '',
    comparator: terms?.comparator ?? 'AT_LEAST',
    window: terms?.window ?? 'MONTH',
    windowText: terms?.windowText ?? null,
    calendarId: terms?.calendar.id ?? (null as unknown as string),
    missingData: terms?.missingData ?? 'IGNORE',
    coverageFloor: terms?.coverageFloor ?? '0',
    providerOwesData: terms?.providerOwesData ?? false,
    excludedTime: terms?.excludedTime ?? 'REMOVED',
    underpinnedBy: (terms?.underpinnedBy ?? []).map(({ commitments, needed }) => ({
      commitmentIds: commitments.map(({ id }) => id),
      needed: needed < commitments.length ? needed : null,
    })),
    withCredit: Boolean(terms?.credit),
    credit: {
      tiers: (terms?.credit?.tiers ?? []).map(({ gte, lt, percent: share }) => ({ gte, lt, percent: share })),
      minimum: terms?.credit?.minimum?.amount ?? null,
      capPercent: terms?.credit?.capPercent ?? null,
    },
  };
}

const KINDS: Record<FullTermsFragment['indicator']['__typename'], IndicatorKind> = {
  AvailabilityIndicator: 'AVAILABILITY',
  TicketsInTimeIndicator: 'TICKETS_IN_TIME',
  GoodOfTotalIndicator: 'GOOD_OF_TOTAL',
  PercentileIndicator: 'PERCENTILE',
  SatisfactionIndicator: 'SATISFACTION',
};

/** The contract's input: milliseconds, and only the indicator that was chosen. */
export function inputOf(values: CommitmentForm): CommitmentTermsInput {
  const {
    kind,
    availability: _,
    ticketsInTime: __,
    goodOfTotal: ___,
    percentile: ____,
    satisfaction: _____,
    withCredit,
    credit,
    underpinnedBy,
    ...rest
  } = values;
  return {
    ...rest,
    // Of values it is asked how many keep the limit, and nothing else.
    comparator: kind === 'PERCENTILE' ? 'AT_LEAST' : values.comparator,
    indicator: indicatorOf(values),
    // All of them, unless the form says fewer.
    underpinnedBy: underpinnedBy.map(({ commitmentIds, needed: fewer }) => ({
      commitmentIds,
      needed: commitmentIds.length > 1 ? (fewer ?? commitmentIds.length) : 1,
    })),
    credit: withCredit ? credit : null,
  };
}

function indicatorOf({
  kind,
  availability,
  ticketsInTime,
  goodOfTotal,
  percentile,
  satisfaction,
}: CommitmentForm): IndicatorInput {
  switch (kind) {
    case 'AVAILABILITY': {
      const { source, shortestOutageMinutes, longestHoldMinutes } = availability;
      return {
        availability: {
          source,
          shortestOutageMs: Math.round((shortestOutageMinutes ?? 0) * minute),
          longestHoldMs:
            source === 'PROBES' && longestHoldMinutes !== null ? Math.round(longestHoldMinutes * minute) : null,
        },
      };
    }
    case 'TICKETS_IN_TIME':
      return {
        ticketsInTime: {
          ...ticketsInTime,
          targets: ticketsInTime.targets.map(({ priority, hours }) => ({
            priority: priority ?? 0,
            targetMs: Math.round((hours ?? 0) * hour),
          })),
        },
      };
    case 'GOOD_OF_TOTAL':
      return { goodOfTotal };
    case 'PERCENTILE':
      return { percentile: { ...percentile, limit: percentile.limit ?? 0 } };
    case 'SATISFACTION': {
      const { series, lowest, highest, satisfiedFrom, leastAnswers } = satisfaction;
      return {
        satisfaction: {
          series,
          lowest: lowest ?? 0,
          highest: highest ?? 0,
          satisfiedFrom: satisfiedFrom ?? 0,
          leastAnswers: leastAnswers ?? 0,
        },
      };
    }
  }
}
