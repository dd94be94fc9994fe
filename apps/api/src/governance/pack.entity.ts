import type { PackEdition } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** The frozen evidence of a review: one canonical text and its hash, which the database compares. Never changed. */
@Entity('review_pack')
@Unique('review_pack_number_key', ['reviewId', 'number', 'edition'])
@Check('review_pack_edition_check', `"edition" IN ('internal', 'provider')`)
@Check('review_pack_number_check', `"number" >= 1`)
@Check('review_pack_hash_check', `"hash" = encode(sha256(convert_to("text", 'UTF8')), 'hex')`)
export class PackEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_pack_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('review', { name: 'review_pack_review_fkey' })
  reviewId!: string;

  /** Counts how often the pack of the review was frozen; the editions of one freezing share it. */
  @Column('int')
  number!: number;

  @Column('text')
  edition!: PackEdition;

  /** SHA-256 of the text in UTF-8, hex. */
  @Column('text')
  hash!: string;

  @Column('text')
  text!: string;

  @Column('timestamptz')
  asOf!: Date;

  @Column('uuid')
  @ForeignKey('person', { name: 'review_pack_frozen_by_fkey' })
  frozenById!: string;

  @Column('timestamptz')
  frozenAt!: Date;
}

/** A result that a pack holds, so that its newer revisions are found. */
@Entity('review_pack_result')
@Index('review_pack_result_index', ['resultId'])
export class PackResultEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_pack_result_pkey' })
  @ForeignKey('review_pack', { name: 'review_pack_result_pack_fkey' })
  packId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_pack_result_pkey' })
  @ForeignKey('period_result', { name: 'review_pack_result_result_fkey' })
  resultId!: string;
}
