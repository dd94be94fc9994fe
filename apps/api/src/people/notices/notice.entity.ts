import type { NoticeFacts, NoticeKind, NoticeMail } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Something that one person is told: what about, and what its words are made of. */
@Entity('notice')
@Index('notice_inbox_index', ['personId', 'id'], { where: '"inbox"' })
@Index('notice_unread_index', ['personId'], { where: '"inbox" AND "read_at" IS NULL' })
@Index('notice_unmailed_index', ['mail', 'personId'], {
  where: `"mailed_at" IS NULL AND "mail" IN ('atOnce', 'daily')`,
})
@Check('notice_kind_check', `"kind" <> ''`)
@Check('notice_subject_type_check', `"subject_type" <> ''`)
@Check('notice_facts_check', `jsonb_typeof("facts") = 'object'`)
@Check('notice_read_check', `"read_at" IS NULL OR "inbox"`)
@Check('notice_mail_check', `"mail" IN ('atOnce', 'daily', 'off', 'refused')`)
@Check('notice_mailed_check', `"mailed_at" IS NULL OR "mail" IN ('atOnce', 'daily')`)
export class NoticeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'notice_person_fkey' })
  personId!: string;

  @Column('text')
  kind!: NoticeKind;

  /** A noun's word, as the audit has it. */
  @Column('text')
  subjectType!: string;

  @Column('text')
  subjectId!: string;

  @Column('jsonb')
  facts!: NoticeFacts;

  @Column('timestamptz')
  at!: Date;

  /** Whether it stands in the inbox. */
  @Column('boolean')
  inbox!: boolean;

  @Column('timestamptz', { nullable: true })
  readAt!: Date | null;

  /** `refused`: the mail server will never take it. */
  @Column('text')
  mail!: NoticeMail | 'refused';

  @Column('timestamptz', { nullable: true })
  mailedAt!: Date | null;
}
