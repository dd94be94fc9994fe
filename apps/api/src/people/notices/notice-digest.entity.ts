import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** When somebody gets the mail with the notices of the day; without a row, at eight where the enterprise is. */
@Entity('notice_digest')
@Check('notice_digest_time_zone_check', `"time_zone" <> ''`)
@Check('notice_digest_hour_check', `"hour" BETWEEN 0 AND 23`)
export class NoticeDigestEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_digest_pkey' })
  @ForeignKey('person', { name: 'notice_digest_person_fkey' })
  personId!: string;

  /** IANA zone. */
  @Column('text')
  timeZone!: string;

  /** Of the day there, 0 to 23. */
  @Column('integer')
  hour!: number;
}
