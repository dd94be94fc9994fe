import { z } from 'zod';
import { needed, optionalText } from '../../app/field-rules';
import {
  PullAuthorizationCodes,
  PullKindCodes,
  type PullAskedInput,
  type PullKind,
  type PullOfSourceFragment,
} from '../../generated/graphql';

/** What is asked, whichever kind it is; fields of other kinds are not sent. */
const question = {
  kind: z.enum(PullKindCodes),
  address: needed,
  good: z.string(),
  total: z.string(),
  buckets: z.string(),
  unit: z.string(),
  up: z.string(),
  stepSeconds: z.number('ui.form.required').int(),
  site: z.string(),
  component: z.string(),
  named: z.string(),
  everyMinutes: z.number('ui.form.required').int(),
  authorization: z.enum(PullAuthorizationCodes),
  bearer: z.string(),
  user: z.string(),
  password: z.string(),
};

export const changeSchema = z.object(question).superRefine(asksSomething);

export const addSchema = z
  .object({
    ...{ sourceName: needed, serviceId: z.string().nullable(), calendarId: z.string().nullable() },
    ...{ series: optionalText, since: z.string() },
    ...question,
  })
  .superRefine((values, context) => {
    asksSomething(values, context);
    const subject = values.kind === 'CALENDAR_HOLIDAYS' ? 'calendarId' : 'serviceId';
    const asked = isAhead(values.kind) ? ([subject] as const) : ([subject, 'since'] as const);
    for (const name of asked)
      if (!values[name]) context.addIssue({ code: 'custom', path: [name], message: 'ui.form.required' });
  });

/** Whether it reads what lies ahead, wherever it began. */
export const isAhead = (kind: PullKind): kind is 'CALENDAR_MAINTENANCE' | 'CALENDAR_HOLIDAYS' =>
  kind === 'CALENDAR_MAINTENANCE' || kind === 'CALENDAR_HOLIDAYS';

export type PullValues = z.output<typeof changeSchema>;

const FIELDS = {
  PROMETHEUS_COUNTS: ['good', 'total'],
  PROMETHEUS_HISTOGRAM: ['buckets', 'unit'],
  PROMETHEUS_UP: ['up'],
  UPPTIME: ['site'],
  STATUSPAGE: [],
  CALENDAR_MAINTENANCE: [],
  CALENDAR_HOLIDAYS: [],
} as const;

function asksSomething(values: z.output<z.ZodObject<typeof question>>, context: z.RefinementCtx): void {
  for (const name of FIELDS[values.kind])
    if (values[name].trim() === '') context.addIssue({ code: 'custom', path: [name], message: 'ui.form.required' });
}

/** What a form begins with: of a pull what it asks, else a usual question. */
export function questionOf(pull?: PullOfSourceFragment): PullValues {
  const {
    kind = 'PROMETHEUS_COUNTS',
    good,
    total,
    buckets,
    unit,
    up,
    stepSeconds,
    site,
    component,
    named,
  } = pull?.asked ?? {};
  return {
    kind,
    address: pull?.address ?? '',
    good: good ?? '',
    total: total ?? '',
    buckets: buckets ?? '',
    unit: unit ?? 's',
    up: up ?? '',
    stepSeconds: stepSeconds ?? 60,
    site: site ?? '',
    component: component ?? '',
    named: named ?? '',
    everyMinutes: pull?.everyMinutes ?? 5,
    authorization: pull?.authorization ?? 'NONE',
    bearer: '',
    user: '',
    password: '',
  };
}

export function askedOf(values: PullValues): PullAskedInput {
  const { kind, good, total, buckets, unit, up, stepSeconds, site, component, named } = values;
  if (kind === 'STATUSPAGE') return { statuspage: { component: component.trim() || null } };
  if (kind === 'CALENDAR_MAINTENANCE') return { calendarMaintenance: { named: named.trim() || null } };
  if (kind === 'CALENDAR_HOLIDAYS') return { calendarHolidays: { named: named.trim() || null } };
  if (kind === 'PROMETHEUS_HISTOGRAM') return { prometheusHistogram: { buckets, unit, stepSeconds } };
  if (kind === 'UPPTIME') return { upptime: { site } };
  return kind === 'PROMETHEUS_UP'
    ? { prometheusUp: { up, stepSeconds } }
    : { prometheusCounts: { good, total, stepSeconds } };
}

/** Left out where nothing was typed: what is stored stays. */
export function authorizationOf({ authorization, bearer, user, password }: PullValues, stored: boolean) {
  if (authorization === 'NONE') return {};
  const typed = authorization === 'BEARER' ? { bearer } : { user, password };
  return stored && Object.values(typed).every((text) => text === '') ? undefined : typed;
}
