import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

export type SessionEnd = 'signedOut' | 'signedInAgain' | 'passwordChanged' | 'personEnded';

/** A person signed in with one browser. The token itself stands in the cookie alone. */
@Entity('session')
@Unique('session_token_hash_key', ['tokenHash'])
@Index('session_person_index', ['personId'])
@Check('session_token_hash_check', `octet_length("token_hash") = 32`)
@Check('session_end_check', `("ended_at" IS NULL) = ("end_reason" IS NULL)`)
@Check('session_end_reason_check', `"end_reason" IN ('signedOut', 'signedInAgain', 'passwordChanged', 'personEnded')`)
export class SessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'session_person_fkey' })
  personId!: string;

  /** SHA-256 of the token. */
  @Column('bytea')
  tokenHash!: Buffer;

  @Column('timestamptz')
  startedAt!: Date;

  /** Exact to a minute. */
  @Column('timestamptz')
  lastSeenAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  endReason!: SessionEnd | null;
}
