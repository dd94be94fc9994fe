import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a person proves themselves with. People without one cannot sign in by password. */
@Entity('credential')
export class CredentialEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'credential_pkey' })
  @ForeignKey('person', { name: 'credential_person_fkey' })
  personId!: string;

  /** argon2id, in PHC form: it carries its own salt and cost. */
  @Column('text')
  passwordHash!: string;

  @Column('timestamptz')
  changedAt!: Date;
}
