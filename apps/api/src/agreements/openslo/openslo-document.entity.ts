import type { OpenSloKind } from '@accord/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A document of the OpenSLO file that an agreement came from, just as it came: what Accord does not use is kept here. */
@Entity('openslo_document')
@Index('openslo_document_slo_key', ['name'], { unique: true, where: `"kind" = 'SLO'` })
export class OpenSloDocumentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'openslo_document_pkey' })
  @ForeignKey('agreement', { name: 'openslo_document_agreement_fkey' })
  agreementId!: string;

  /** In the file, from 1. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'openslo_document_pkey' })
  position!: number;

  @Column('text')
  kind!: OpenSloKind;

  @Column('text')
  name!: string;

  @Column('jsonb')
  document!: object;
}
