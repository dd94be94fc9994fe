import { DomainError, LONGEST_UNIT, type PullAsked } from '@accord/domain';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Allow, IsDate, IsIn, IsOptional, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { PULL_STATES, type PullState } from './pull.entity.js';
import { PullStateEnum } from './pull.type.js';

@InputType()
export class PrometheusCountsInput {
  @Field({ description: 'The counters of good events by their selector, such as logins_total{code!~"5.."}.' })
  @MaxLength(2_000)
  good!: string;

  @Field({ description: 'The counters of all events by their selector.' })
  @MaxLength(2_000)
  total!: string;

  @Field(() => Int)
  @Allow()
  stepSeconds!: number;
}

@InputType()
export class PrometheusHistogramInput {
  @Field({ description: 'The counters of its buckets by their selector, such as answers_seconds_bucket{job="shop"}.' })
  @MaxLength(2_000)
  buckets!: string;

  @Field({ description: 'In which the bounds of the buckets are, such as s.' })
  @MaxLength(LONGEST_UNIT)
  unit!: string;

  @Field(() => Int)
  @Allow()
  stepSeconds!: number;
}

@InputType()
export class PrometheusUpInput {
  @Field({ description: 'An expression that comes to one series of 1 and 0, such as min(up{job="mail"}).' })
  @MaxLength(2_000)
  up!: string;

  @Field(() => Int)
  @Allow()
  stepSeconds!: number;
}

@InputType()
export class UpptimeInput {
  @Field({ description: 'The name of the file of the site in history, without .yml.' })
  @MaxLength(200)
  site!: string;
}

@InputType()
export class StatuspageInput {
  @Field(() => String, { nullable: true, description: 'Only incidents that name this component; omitted = all.' })
  @IsOptional()
  @MaxLength(200)
  component?: string | null;
}

@InputType()
export class CalendarEventsInput {
  @Field(() => String, {
    nullable: true,
    description: 'Only events whose summary contains this text, in capitals or not; omitted = all.',
  })
  @IsOptional()
  @MaxLength(200)
  named?: string | null;
}

@InputType({ isOneOf: true })
export class PullAskedInput {
  @Field(() => PrometheusCountsInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PrometheusCountsInput)
  prometheusCounts?: PrometheusCountsInput;

  @Field(() => PrometheusHistogramInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PrometheusHistogramInput)
  prometheusHistogram?: PrometheusHistogramInput;

  @Field(() => PrometheusUpInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PrometheusUpInput)
  prometheusUp?: PrometheusUpInput;

  @Field(() => UpptimeInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => UpptimeInput)
  upptime?: UpptimeInput;

  @Field(() => StatuspageInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => StatuspageInput)
  statuspage?: StatuspageInput;

  @Field(() => CalendarEventsInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => CalendarEventsInput)
  calendarMaintenance?: CalendarEventsInput;

  @Field(() => CalendarEventsInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => CalendarEventsInput)
  calendarHolidays?: CalendarEventsInput;
}

/** Printable ASCII: what a header may carry. */
const HEADER_TEXT = /^[\x21-\x7e]+$/;

@InputType({
  description: 'What lets a pull in: a token, or a name and a password; empty for nothing. Shown to nobody.',
})
export class PullAuthorizationInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(4_000)
  @Matches(HEADER_TEXT, { message: 'A token is of letters, digits and signs without blanks.' })
  bearer?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(200)
  @Matches(/^[^:\p{Cc}]+$/u, { message: 'A name has no colon and no control characters.' })
  user?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2_000)
  @Matches(/^\P{Cc}*$/u, { message: 'A password has no control characters.' })
  password?: string | null;
}

@InputType({ isAbstract: true })
abstract class PullQuestionInput {
  @Field({
    description:
      'Of Prometheus its root; of Upptime https://api.github.com/repos/<owner>/<repository>; of Statuspage the page; of a calendar itself.',
  })
  @MaxLength(2_000)
  address!: string;

  @Field(() => PullAskedInput)
  @ValidateNested()
  @Type(() => PullAskedInput)
  asked!: PullAskedInput;

  @Field(() => PullAuthorizationInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PullAuthorizationInput)
  authorization?: PullAuthorizationInput | null;
}

@InputType()
export class AddPullInput extends PullQuestionInput {
  @Field({ description: 'The source is made where there is none of the name.' })
  @MaxLength(200)
  sourceName!: string;

  @Field(() => ID, { nullable: true, description: 'Which it is of; holidays are of a service calendar instead.' })
  @IsOptional()
  @IsUUID()
  serviceId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The service calendar that holidays are of.' })
  @IsOptional()
  @IsUUID()
  calendarId?: string | null;

  @Field(() => String, { nullable: true, description: 'As the promise names it; of probes it may be left out.' })
  @IsOptional()
  @MaxLength(200)
  series?: string | null;

  @Field(() => Int)
  @Allow()
  everyMinutes!: number;

  @Field(() => Date, {
    nullable: true,
    description: 'From when on it reads; omitted = from now. Of a calendar all is read that is ahead.',
  })
  @IsOptional()
  @IsDate()
  since?: Date | null;
}

@InputType({ description: 'Null or omitted parts stay.' })
export class ChangePullInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2_000)
  address?: string | null;

  @Field(() => PullAskedInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PullAskedInput)
  asked?: PullAskedInput | null;

  @Field(() => PullAuthorizationInput, {
    nullable: true,
    description: 'Where the address changes and this is left out, nothing lets it in any longer.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => PullAuthorizationInput)
  authorization?: PullAuthorizationInput | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  everyMinutes?: number | null;

  @Field(() => PullStateEnum, { nullable: true, description: 'One that has ended stays ended.' })
  @IsOptional()
  @IsIn(PULL_STATES)
  state?: PullState | null;
}

@InputType()
export class TryPullInput extends PullQuestionInput {
  @Field(() => ID, { nullable: true, description: 'A pull whose authorization is used, at its own address only.' })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field(() => ID, { nullable: true, description: 'Says what would become of maintenance of this service.' })
  @IsOptional()
  @IsUUID()
  serviceId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Says what would become of holidays of this service calendar.' })
  @IsOptional()
  @IsUUID()
  calendarId?: string | null;
}

/** @throws {DomainError} Unless exactly one is given: the compiled executor does not check `@oneOf` in variables. */
export function askedOf(input: PullAskedInput): PullAsked {
  const { prometheusCounts, prometheusHistogram, prometheusUp, upptime, statuspage } = input;
  const { calendarMaintenance, calendarHolidays } = input;
  if (Object.values(input).filter(Boolean).length !== 1) {
    const choices = 'counters, a histogram, an expression, a history, a status page, or a calendar';
    throw new DomainError('INVALID', `Choose one: ${choices}.`, ['asked']);
  }
  if (prometheusCounts) {
    const { good, total, stepSeconds } = prometheusCounts;
    return { kind: 'prometheusCounts', good: good.trim(), total: total.trim(), stepSeconds };
  }
  if (prometheusHistogram) {
    const { buckets, unit, stepSeconds } = prometheusHistogram;
    return { kind: 'prometheusHistogram', buckets: buckets.trim(), unit: unit.trim(), stepSeconds };
  }
  if (prometheusUp) return { kind: 'prometheusUp', up: prometheusUp.up.trim(), stepSeconds: prometheusUp.stepSeconds };
  if (statuspage) return { kind: 'statuspage', component: statuspage.component?.trim() || null };
  const calendar = calendarMaintenance ?? calendarHolidays;
  if (calendar) {
    const kind = calendarMaintenance ? 'calendarMaintenance' : 'calendarHolidays';
    return { kind, named: calendar.named?.trim() || null };
  }
  return { kind: 'upptime', site: upptime!.site.trim() };
}

/**
 * The header that lets a pull in.
 *
 * @returns null for nothing, undefined where it was left out.
 * @throws {DomainError} When a token comes with a name, or a name without a password.
 */
export function authorizationOf(input: PullAuthorizationInput | null | undefined): string | null | undefined {
  if (input == null) return undefined;
  const { bearer, user, password } = input;
  if (bearer && (user || password))
    throw new DomainError('INVALID', 'Give a token, or a name and a password.', ['authorization']);
  if (bearer) return `Bearer ${bearer}`;
  if (!user && !password) return null;
  if (!user || password == null) throw new DomainError('INVALID', 'A name goes with a password.', ['authorization']);
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
