import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How the mail server did lately; there is exactly one row, made by the migration. */
@Entity('mail_server')
@Check('mail_server_only_check', `"only"`)
@Check('mail_server_failing_check', `("failing_since" IS NULL) = ("last_error" IS NULL)`)
export class MailServerEntity {
  @PrimaryColumn('boolean', { default: true, primaryKeyConstraintName: 'mail_server_pkey' })
  only!: boolean;

  @Column('timestamptz', { nullable: true })
  lastSentAt!: Date | null;

  /** Since when nothing was taken; null while it works. */
  @Column('timestamptz', { nullable: true })
  failingSince!: Date | null;

  /** What it said, or did not, without what the mail was about. */
  @Column('text', { nullable: true })
  lastError!: string | null;
}
