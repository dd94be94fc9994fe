import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { HOLDER_KINDS, type HolderKind } from './handovers.loader.js';

export const HolderKindEnum = upperSnakeEnum(HOLDER_KINDS);
registerEnumType(HolderKindEnum, {
  name: 'HolderKind',
  description:
    'NAMED: a name of the source of which nobody has said yet whom it means. UNKNOWN: nobody is named. ANOTHER_PARTY: not for the viewer to know.',
});

@ObjectType({ description: 'Somebody who had a ticket.' })
export class TicketHolder {
  @Field(() => HolderKindEnum)
  kind!: HolderKind;

  @Field(() => String, { nullable: true })
  name!: string | null;
}

@ObjectType()
export class HeldStretch {
  @Field(() => TicketHolder)
  holder!: TicketHolder;

  @Field(() => Date)
  from!: Date;

  @Field(() => Date)
  to!: Date;

  @Field(() => Float, { description: 'Time of it that the clock ran; 0 while it was closed or waited.' })
  runningMs!: number;
}

@ObjectType()
export class HeldShare {
  @Field(() => TicketHolder)
  holder!: TicketHolder;

  @Field(() => Float)
  runningMs!: number;
}

@ObjectType({ description: 'Who had the ticket while the clock ran.' })
export class Custody {
  @Field(() => [HeldStretch], { description: 'In order; they cover the clock from its start to its stop.' })
  stretches!: HeldStretch[];

  @Field(() => [HeldShare], { description: 'Who used up most first; together what the clock ran.' })
  shares!: HeldShare[];

  @Field(() => Int, { description: 'How often the ticket went from one to another.' })
  handovers!: number;

  @Field(() => TicketHolder, {
    nullable: true,
    description: 'In whose hands the promised time was used up; null while it is not.',
  })
  ranOutWith!: TicketHolder | null;
}

@ObjectType({ description: 'What the missed tickets of a result say of one who had them.' })
export class HeldMisses {
  @Field(() => TicketHolder)
  holder!: TicketHolder;

  @Field(() => Int, { description: 'Tickets whose promised time was used up in its hands.' })
  misses!: number;

  @Field(() => Float, { description: 'Clock time that it had of all missed tickets.' })
  runningMs!: number;
}
