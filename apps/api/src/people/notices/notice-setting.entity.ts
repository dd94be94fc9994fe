import type { NoticeKind, NoticeMail } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How one person wants to hear of one kind of notice; without a row, as usual for the kind. */
@Entity('notice_setting')
@Check('notice_setting_mail_check', `"mail" IN ('atOnce', 'daily', 'off')`)
export class NoticeSettingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_setting_pkey' })
  @ForeignKey('person', { name: 'notice_setting_person_fkey' })
  personId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'notice_setting_pkey' })
  kind!: NoticeKind;

  @Column('boolean')
  inbox!: boolean;

  @Column('text')
  mail!: NoticeMail;
}
