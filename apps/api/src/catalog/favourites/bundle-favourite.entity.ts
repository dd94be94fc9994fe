import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A bundle that somebody wants to find again, as {@link FavouriteEntity} is a service. */
@Entity('bundle_favourite')
@Index('bundle_favourite_bundle_index', ['bundleId'])
export class BundleFavouriteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'bundle_favourite_pkey' })
  @ForeignKey('person', { name: 'bundle_favourite_person_fkey' })
  personId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'bundle_favourite_pkey' })
  @ForeignKey('bundle', { name: 'bundle_favourite_bundle_fkey' })
  bundleId!: string;

  @Column('timestamptz')
  since!: Date;
}
