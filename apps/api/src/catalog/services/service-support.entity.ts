import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One service rests on another: the technical view of the catalog. */
@Entity('service_support')
@Index('service_support_supporting_index', ['supportingServiceId'])
@Check('service_support_self_check', `"service_id" <> "supporting_service_id"`)
export class ServiceSupportEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_support_pkey' })
  @ForeignKey('service', { name: 'service_support_service_fkey' })
  serviceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_support_pkey' })
  @ForeignKey('service', { name: 'service_support_supporting_fkey' })
  supportingServiceId!: string;
}
