import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Failed attempts on an account, or from an address, that are not forgiven yet. */
@Entity('sign_in_attempt')
@Check('sign_in_attempt_kind_check', `"kind" IN ('account', 'address')`)
@Check('sign_in_attempt_failures_check', `"failures" >= 0`)
export class SignInAttemptEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_attempt_pkey' })
  kind!: 'account' | 'address';

  /** SHA-256 of what was typed as e-mail, or of the address: neither belongs in a table that anybody can fill. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'sign_in_attempt_pkey' })
  key!: Buffer;

  @Column('integer')
  failures!: number;

  /** Until when forgiving has been counted. */
  @Column('timestamptz')
  forgivenAt!: Date;

  @Column('timestamptz', { nullable: true })
  blockedUntil!: Date | null;
}
