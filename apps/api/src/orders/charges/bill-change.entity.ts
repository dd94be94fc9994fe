import type { BillReason } from '@accord/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const key = { primaryKeyConstraintName: 'bill_change_pkey' };
const word = { ...key, type: 'text' } as const;

/**
 * What the lines of a plan came to on the bill of a unit the month before (`before`), and by how much they differ now and
 * why: together what they come to. Written with the lines of a month, so that no bill is compared line by line when it is
 * read.
 */
@Entity('bill_change')
export class BillChangeEntity {
  @PrimaryColumn('uuid', key)
  runId!: string;

  @PrimaryColumn('uuid', key)
  unitId!: string;

  @PrimaryColumn('uuid', key)
  serviceId!: string;

  @PrimaryColumn('uuid', key)
  planId!: string;

  @PrimaryColumn(word)
  currency!: string;

  @PrimaryColumn(word)
  reason!: BillReason | 'before';

  @Column('numeric')
  amount!: string;
}
