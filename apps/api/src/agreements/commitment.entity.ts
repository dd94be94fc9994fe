import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A promise through all versions of its agreement: what results, credits and addresses point at. */
@Entity('commitment')
@Unique('commitment_slug_key', ['serviceId', 'slug'])
@Unique('commitment_agreement_key', ['id', 'agreementId'])
@Index('commitment_agreement_index', ['agreementId'])
@Check('commitment_slug_check', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('commitment_name_check', `btrim("name") <> ''`)
export class CommitmentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commitment_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('agreement', { name: 'commitment_agreement_fkey' })
  agreementId!: string;

  @Column('uuid')
  @ForeignKey('service', { name: 'commitment_service_fkey' })
  serviceId!: string;

  @Column('text')
  slug!: string;

  /** The name in the terms that came into force last; before the first, the one in the draft. */
  @Column('text')
  name!: string;
}
