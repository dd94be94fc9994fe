import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { countedConnectionOf } from '../../platform/graphql/connection.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { SERIES_KINDS, type SeriesKind } from '../ledger/series.entity.js';
import { Source } from '../ledger/source.type.js';

export const SOURCE_STATES = ['awaited', 'heard', 'silent', 'unwatched'] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

export const SourceStateEnum = upperSnakeEnum<SourceState>(SOURCE_STATES);
registerEnumType(SourceStateEnum, {
  name: 'SourceState',
  valuesMap: {
    awaited: { description: 'Nothing has come yet.' },
    silent: { description: 'Nothing has come for longer than it may be quiet.' },
    unwatched: { description: 'It may be quiet for ever: its owner says so, or it has no rhythm.' },
  },
});

export const SeriesKindEnum = upperSnakeEnum(SERIES_KINDS);
registerEnumType(SeriesKindEnum, { name: 'SeriesKind' });

@ObjectType({ description: 'A source as those see it who look after what it measures.' })
export class WatchedSource extends Source {
  @Field(() => Float, { nullable: true, description: 'The usual distance of its measurements, of the fastest series.' })
  rhythmMs!: number | null;

  @Field(() => Int)
  seriesCount!: number;

  @Field(() => Int, { description: 'Pulls that failed when they asked last.' })
  failing!: number;
}

@ObjectType()
export class WatchedSourceConnection extends countedConnectionOf(WatchedSource, 'WatchedSource') {}

@ObjectType({ description: 'What a source measures on a service.' })
export class SourceSeries {
  @Field(() => ID)
  id!: string;

  @Field(() => SeriesKindEnum)
  kind!: SeriesKind;

  @Field()
  name!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'The usual distance of its measurements lately; null = no rhythm.',
  })
  rhythmMs!: number | null;

  @Field(() => Date, { nullable: true, description: 'Until when it was measured.' })
  lastSeenAt!: Date | null;

  @Field(() => Int, { description: 'Measurements of the last 24 hours.' })
  lately!: number;
}

@ObjectType()
export class ExpectSourcePayload extends payloadOf('source', Source) {}
