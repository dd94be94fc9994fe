import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Lets whoever reads the server's output create the first administrator, once. At most one is open. */
@Entity('setup_code')
@Index('setup_code_open_key', ['open'], { unique: true, where: '"open"' })
@Check('setup_code_hash_check', `octet_length("code_hash") = 32`)
export class SetupCodeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'setup_code_pkey' })
  id!: string;

  @Column('bytea')
  codeHash!: Buffer;

  @Column('timestamptz')
  madeAt!: Date;

  /** False once it was used, or a newer one took its place. */
  @Column('boolean', { default: true })
  open!: boolean;
}
