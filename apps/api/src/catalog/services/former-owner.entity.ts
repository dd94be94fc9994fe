import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Who owned a service: its figures of then stay theirs when they have handed it on. */
@Entity('service_former_owner')
export class FormerOwnerEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_former_owner_pkey' })
  @ForeignKey('service', { name: 'service_former_owner_service_fkey' })
  serviceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_former_owner_pkey' })
  @ForeignKey('person', { name: 'service_former_owner_person_fkey' })
  personId!: string;

  /** The day on which it was handed on. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'service_former_owner_pkey' })
  until!: string;
}
