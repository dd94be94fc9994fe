import type { TokenScope } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Lets programs act for a person, in what it is for and no longer than it works. The token itself is kept nowhere. */
@Entity('access_token')
@Unique('access_token_hash_key', ['tokenHash'])
@Index('access_token_person_index', ['personId'])
@Check('access_token_name_check', `"name" ~ '\\S'`)
@Check('access_token_hash_check', `octet_length("token_hash") = 32`)
@Check('access_token_scopes_check', `cardinality("scopes") > 0`)
@Check('access_token_expires_check', `"expires_at" > "made_at" AND "expires_at" <= "made_at" + interval '366 days'`)
export class AccessTokenEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'access_token_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'access_token_person_fkey' })
  personId!: string;

  @Column('text')
  name!: string;

  /** The beginning of the token, to tell it from others. */
  @Column('text')
  prefix!: string;

  /** SHA-256 of the token. */
  @Column('bytea')
  tokenHash!: Buffer;

  @Column('text', { array: true })
  scopes!: TokenScope[];

  @Column('timestamptz')
  madeAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  /** Exact to a minute. */
  @Column('timestamptz', { nullable: true })
  lastUsedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}
