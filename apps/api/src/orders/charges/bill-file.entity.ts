import type { Reach } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FileFormat } from '../../platform/files/file-formats.js';
import type { BillGrouping } from './visible-lines.js';

export const BILL_FILE_STATES = ['making', 'ready', 'failed'] as const;
export type BillFileState = (typeof BILL_FILE_STATES)[number];

/** A bill that is too long to be made while one waits: made by a job, and kept for some days for who asked for it. */
@Entity('bill_file')
@Index('bill_file_person_index', ['personId', 'askedAt'])
@Index('bill_file_kept_index', ['expiresAt'], { where: `"removed_at" IS NULL` })
@Check('bill_file_grouping_check', `"grouping" IN ('service', 'plan', 'unit')`)
@Check('bill_file_format_check', `"format" IN ('csv', 'xlsx')`)
@Check('bill_file_state_check', `"state" IN ('making', 'ready', 'failed')`)
@Check('bill_file_written_check', `"written" >= 0 AND "lines" > 0`)
@Check('bill_file_ready_check', `"state" <> 'ready' OR "reach" IS NOT NULL`)
@Check('bill_file_problem_check', `("problem" IS NOT NULL) = ("state" = 'failed')`)
export class BillFileEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'bill_file_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'bill_file_person_fkey' })
  personId!: string;

  /** Such as `2026-03`. */
  @Column('text')
  month!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('business_unit', { name: 'bill_file_unit_fkey' })
  unitId!: string | null;

  @Column('text')
  grouping!: BillGrouping;

  /** Of one service, plan or unit, as the grouping says; null = all. */
  @Column('uuid', { nullable: true })
  groupId!: string | null;

  @Column('text')
  format!: FileFormat;

  @Column('text')
  state!: BillFileState;

  /** How many there were when it was asked for. */
  @Column('int')
  lines!: number;

  @Column('int', { default: 0 })
  written!: number;

  /** The units whose lines are in it; whoever reads less by then reads it no more. */
  @Column('json', { nullable: true })
  reach!: Reach | null;

  @Column('text', { nullable: true })
  problem!: string | null;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;
}
