import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What somebody wrote on the time of a commitment, so that others read its figures rightly. Changes no figure. */
@Entity('annotation')
@Index('annotation_commitment_index', ['commitmentId', 'fromAt'])
@Check('annotation_words_check', `btrim("words") <> ''`)
@Check('annotation_time_check', `"from_at" < "to_at"`)
@Check('annotation_end_check', `("ended_at" IS NULL) = ("ended_by_id" IS NULL) AND "written_at" <= "ended_at"`)
export class AnnotationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'annotation_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('commitment', { name: 'annotation_commitment_fkey' })
  commitmentId!: string;

  @Column('timestamptz')
  fromAt!: Date;

  /** null = an instant. */
  @Column('timestamptz', { nullable: true })
  toAt!: Date | null;

  @Column('text')
  words!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'annotation_written_by_fkey' })
  writtenById!: string;

  @Column('timestamptz')
  writtenAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'annotation_ended_by_fkey' })
  endedById!: string | null;
}
