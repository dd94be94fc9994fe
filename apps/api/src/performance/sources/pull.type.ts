import { PULL_KINDS, type PullKind } from '@accord/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { MaintenanceEventOutcomeEnum } from '../imports/maintenances/maintenance-import.type.js';
import type { EventOutcome } from '../maintenances/announced-events.js';
import { PULL_STATES, type PullState } from './pull.entity.js';

export const PullKindEnum = upperSnakeEnum(PULL_KINDS);
registerEnumType(PullKindEnum, {
  name: 'PullKind',
  valuesMap: {
    prometheusCounts: { description: 'Good and total by two counters of a Prometheus server.' },
    prometheusHistogram: { description: 'Values by the buckets of a histogram of a Prometheus server.' },
    prometheusUp: { description: 'Up or down by an expression of a Prometheus server.' },
    statuspage: { description: 'Outages by the incidents of a status page of Statuspage.' },
    calendarMaintenance: { description: 'Maintenance of a service by an iCalendar address.' },
    calendarHolidays: { description: 'Holidays of a service calendar by an iCalendar address.' },
    upptime: { description: 'Up or down by the history of an Upptime repository on GitHub.' },
  },
});

export const PullStateEnum = upperSnakeEnum(PULL_STATES);
registerEnumType(PullStateEnum, { name: 'PullState' });

export const AUTHORIZATIONS = ['none', 'bearer', 'basic'] as const;
export const PullAuthorizationEnum = upperSnakeEnum(AUTHORIZATIONS);
registerEnumType(PullAuthorizationEnum, { name: 'PullAuthorization' });

@ObjectType({ description: 'What Accord asks a server of others for by itself, and how far it has read.' })
export class Pull {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'What the answers are called in the ledger.' })
  series!: string;

  @Field()
  address!: string;

  @Field(() => Int)
  everyMinutes!: number;

  @Field(() => PullStateEnum)
  state!: PullState;

  @Field({ description: 'The newest instant that was read.' })
  readTo!: Date;

  @Field(() => Date, { nullable: true })
  attemptedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  succeededAt!: Date | null;

  @Field(() => Int, { description: 'One after the other, since it succeeded last.' })
  failures!: number;

  @Field(() => Date, { nullable: true, description: 'When it asks next; null unless it is active.' })
  nextAt!: Date | null;

  @Field(() => Int)
  version!: number;
}

@ObjectType({ description: 'What a pull asks; what does not belong to its kind is null.' })
export class PullQuestion {
  @Field(() => PullKindEnum)
  kind!: PullKind;

  @Field(() => String, { nullable: true })
  good?: string;

  @Field(() => String, { nullable: true })
  total?: string;

  @Field(() => String, { nullable: true })
  buckets?: string;

  @Field(() => String, { nullable: true, description: 'Of the bounds of the buckets.' })
  unit?: string;

  @Field(() => String, { nullable: true })
  up?: string;

  @Field(() => Int, { nullable: true })
  stepSeconds?: number;

  @Field(() => String, { nullable: true })
  site?: string;

  @Field(() => String, { nullable: true, description: 'Of a status page; null = every incident of it counts.' })
  component?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a calendar; null = all of its events.' })
  named?: string | null;
}

@ObjectType({ description: 'One time that a pull asked. They are kept for 31 days.' })
export class PullAttempt {
  @Field(() => ID)
  id!: string;

  @Field()
  at!: Date;

  @Field(() => Int)
  durationMs!: number;

  @Field(() => Int)
  accepted!: number;

  @Field(() => Int, { description: 'Were there already, just so.' })
  duplicate!: number;

  @Field(() => Int)
  refused!: number;

  @Field(() => String, { nullable: true, description: 'Why nothing came of it, or why something was refused.' })
  problem!: string | null;
}

@ObjectType({
  description:
    'An interval that was counted or of which values were seen, an instant that was probed, an incident, or what a calendar announces.',
})
export class PulledRow {
  @Field()
  at!: Date;

  @Field(() => Date, { nullable: true })
  to!: Date | null;

  @Field(() => String, { nullable: true })
  good!: string | null;

  @Field(() => String, { nullable: true, description: 'Of values, how many there were; `good` is null then.' })
  total!: string | null;

  @Field(() => Boolean, { nullable: true })
  up!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Why it could not be recorded.' })
  fault!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of an incident, or of an event of a calendar; a holiday is a day of universal time.',
  })
  cause?: string | null;

  @Field(() => MaintenanceEventOutcomeEnum, {
    nullable: true,
    description: 'Of a calendar, what would become of it by the rules of a pull; null unless it is said what for.',
  })
  outcome?: EventOutcome | null;
}

@ObjectType({ description: 'What a server answered just now; nothing of it is stored.' })
export class PullTrial {
  @Field(() => String, { nullable: true, description: 'Why nothing can be read; null where it can.' })
  reason!: string | null;

  @Field(() => Int)
  durationMs!: number;

  @Field(() => Int)
  rows!: number;

  @Field(() => Int)
  refused!: number;

  @Field(() => [PulledRow], {
    description: 'At most ten, the last one first; of a calendar at most fifty, the next one first.',
  })
  newest!: PulledRow[];
}

@ObjectType()
export class PullPayload extends payloadOf('pull', Pull) {}

@ObjectType()
export class AddPullPayload extends PullPayload {}

@ObjectType()
export class ChangePullPayload extends PullPayload {}

@ObjectType()
export class TryPullPayload extends payloadOf('trial', PullTrial) {}
