import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const ONCE_AT_A_TIME = `USING gist ("team_id" WITH =, "person_id" WITH =, daterange("from_date", "to_date", '[]') WITH &&)`;

/** A person in a team, from a day to a day. */
@Entity('team_membership')
@Index('team_membership_person_index', ['personId'])
@Check('team_membership_dates_check', `"to_date" >= "from_date"`)
@Exclusion('team_membership_once_excl', ONCE_AT_A_TIME)
export class TeamMembershipEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'team_membership_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('team', { name: 'team_membership_team_fkey' })
  teamId!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'team_membership_person_fkey' })
  personId!: string;

  @Column('date')
  fromDate!: string;

  /** The last day; null = open. */
  @Column('date', { nullable: true })
  toDate!: string | null;
}
