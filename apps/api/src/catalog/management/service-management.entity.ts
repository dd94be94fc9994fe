import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const ONE_TEAM_AT_A_TIME = `USING gist ("service_id" WITH =, daterange("from_date", "to_date", '[]') WITH &&)`;

/** A team that manages and fulfils a service, from a day to a day. */
@Entity('service_management')
@Index('service_management_team_index', ['teamId'])
@Check('service_management_dates_check', `"to_date" >= "from_date"`)
@Exclusion('service_management_one_team_excl', ONE_TEAM_AT_A_TIME)
export class ServiceManagementEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_management_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('service', { name: 'service_management_service_fkey' })
  serviceId!: string;

  @Column('uuid')
  @ForeignKey('team', { name: 'service_management_team_fkey' })
  teamId!: string;

  @Column('date')
  fromDate!: string;

  /** The last day; null = open. */
  @Column('date', { nullable: true })
  toDate!: string | null;
}
