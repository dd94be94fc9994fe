import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const ONE_AT_A_TIME = `USING gist ("team_id" WITH =, "person_id" WITH =, daterange("from_date", "to_date", '[]') WITH &&) WHERE ("withdrawn_at" IS NULL)`;

/** What weight a member has in the rewards of a team, from a day to a day. */
@Entity('reward_share')
@Index('reward_share_person_index', ['personId'])
@Check('reward_share_weight_check', `"weight" > 0`)
@Check('reward_share_dates_check', `"to_date" >= "from_date"`)
@Exclusion('reward_share_one_at_a_time_excl', ONE_AT_A_TIME)
export class ShareEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reward_share_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('team', { name: 'reward_share_team_fkey' })
  teamId!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'reward_share_person_fkey' })
  personId!: string;

  @Column('numeric')
  weight!: string;

  @Column('date')
  fromDate!: string;

  /** The last day; null = open. */
  @Column('date', { nullable: true })
  toDate!: string | null;

  /** It was wrong from its first day on and never counts. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;
}
