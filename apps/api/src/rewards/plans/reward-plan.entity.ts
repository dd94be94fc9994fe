import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** How a team is paid for the performance of its services, through all versions. */
@Entity('reward_plan')
@Unique('reward_plan_slug_key', ['slug'])
@Index('reward_plan_team_index', ['teamId'])
@Check('reward_plan_slug_check', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('reward_plan_name_check', `btrim("name") <> ''`)
@Check('reward_plan_currency_check', `"currency" ~ '^[A-Z]{3}$'`)
export class RewardPlanEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reward_plan_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column('uuid')
  @ForeignKey('team', { name: 'reward_plan_team_fkey' })
  teamId!: string;

  @Column('text')
  currency!: string;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
