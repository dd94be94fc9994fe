import { Check, Column, Entity, Exclusion, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { PersonEntity } from './person.entity.js';
import { TeamEntity } from './team.entity.js';

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
  teamId!: string;

  @ManyToOne(() => TeamEntity)
  @JoinColumn({ name: 'team_id', foreignKeyConstraintName: 'team_membership_team_fkey' })
  team?: Relation<TeamEntity>;

  @Column('uuid')
  personId!: string;

  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'team_membership_person_fkey' })
  person?: Relation<PersonEntity>;

  @Column('date')
  fromDate!: string;

  /** The last day; null = open. */
  @Column('date', { nullable: true })
  toDate!: string | null;
}
