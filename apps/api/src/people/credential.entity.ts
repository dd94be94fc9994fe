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

  /** Whether somebody else chose it: then it is good for choosing another one, and for nothing else. */
  @Column('boolean', { default: false })
  isGiven!: boolean;

  @Column('timestamptz')
  changedAt!: Date;
}
