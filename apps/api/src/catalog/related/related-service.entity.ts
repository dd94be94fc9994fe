import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** That the owner of a service points its customers to another one. */
@Entity('related_service')
@Index('related_service_related_index', ['relatedId'])
@Check('related_service_self_check', `"service_id" <> "related_id"`)
export class RelatedServiceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'related_service_pkey' })
  @ForeignKey('service', { name: 'related_service_service_fkey' })
  serviceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'related_service_pkey' })
  @ForeignKey('service', { name: 'related_service_related_fkey' })
  relatedId!: string;
}
