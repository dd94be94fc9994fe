import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** What a person proves themselves with. People without one cannot sign in by password. */
@Entity('credential')
export class CredentialEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'credential_pkey' })
  personId!: string;

  @OneToOne(() => PersonEntity)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'credential_person_fkey' })
  person?: Relation<PersonEntity>;

  /** argon2id, in PHC form: it carries its own salt and cost. */
  @Column('text')
  passwordHash!: string;

  @Column('timestamptz')
  changedAt!: Date;
}
