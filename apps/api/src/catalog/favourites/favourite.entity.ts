import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A service that somebody wants to find again. Taking the star away deletes the row: it is nobody's business any more. */
@Entity('favourite')
@Index('favourite_service_index', ['serviceId'])
export class FavouriteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'favourite_pkey' })
  @ForeignKey('person', { name: 'favourite_person_fkey' })
  personId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'favourite_pkey' })
  @ForeignKey('service', { name: 'favourite_service_fkey' })
  serviceId!: string;

  @Column('timestamptz')
  since!: Date;
}
