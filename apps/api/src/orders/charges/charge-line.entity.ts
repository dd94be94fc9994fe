import { Entity, Column, PrimaryColumn } from 'typeorm';

const key = { primaryKeyConstraintName: 'charge_line_pkey' };

/**
 * Who has a case on their bill: read together with it in the view `bill_line`. Lines of an open month are written anew
 * whenever it is reckoned; those of a closed one stay. Unit and service are those at the time. That run, case and
 * subscription exist, triggers see to. The key is the only index: a hundred thousand lines are written at once.
 */
@Entity('charge_line')
export class ChargeLineEntity {
  @PrimaryColumn('uuid', key)
  runId!: string;

  @PrimaryColumn('uuid', key)
  unitId!: string;

  @PrimaryColumn('uuid', key)
  subscriptionId!: string;

  @PrimaryColumn('uuid', key)
  caseId!: string;

  @Column('uuid')
  serviceId!: string;
}
