import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What somebody did, when, to what and why. Rows are added and never change; a trigger sees to it. */
@Entity('audit_entry')
@Check('audit_entry_action_check', `"action" <> ''`)
@Index('audit_entry_subject_index', ['subjectType', 'subjectId', 'id'])
export class AuditEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_entry_pkey' })
  id!: string;

  @Column('timestamptz')
  at!: Date;

  /** Key of the person; null for what nobody signed in did, such as a failed sign-in. */
  @Column('uuid', { nullable: true })
  actorId!: string | null;

  /** Noun and past participle, such as `service.published`. */
  @Column('text')
  action!: string;

  @Column('text')
  subjectType!: string;

  @Column('text')
  subjectId!: string;

  /** null when the subject was made. */
  @Column('jsonb', { nullable: true })
  before!: object | null;

  /** null when the subject ended without a trace of its own. */
  @Column('jsonb', { nullable: true })
  after!: object | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** Under which exceptional rule: `bootstrap` (no second administrator yet), `operator` (done on the server) or `demo`; `token`: by a program; else null. */
  @Column('text', { nullable: true })
  mode!: string | null;
}
