import { NOTICE_KINDS, NOTICE_MAILS, type NoticeKind, type NoticeMail } from '@accord/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsInt, MaxLength } from 'class-validator';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { UserError } from '../../platform/errors/user-error.type.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

export const NoticeKindEnum = upperSnakeEnum(NOTICE_KINDS);
export const NoticeMailEnum = upperSnakeEnum(NOTICE_MAILS);

registerEnumType(NoticeKindEnum, { name: 'NoticeKind' });
registerEnumType(NoticeMailEnum, { name: 'NoticeMail', description: 'When a notice is mailed.' });

@ObjectType({ description: 'What a notice is about, as the viewer may know it now.' })
export class NoticeSubject {
  @Field()
  name!: string;

  @Field({ description: 'Its page in the client.' })
  path!: string;
}

@ObjectType({ description: 'One thing that the words of a notice are made of: a text, or a day as YYYY-MM-DD.' })
export class NoticeFact {
  @Field()
  name!: string;

  @Field()
  value!: string;
}

@ObjectType()
export class Notice {
  @Field(() => ID)
  id!: string;

  @Field(() => NoticeKindEnum)
  kind!: NoticeKind;

  @Field()
  at!: Date;

  @Field(() => Date, { nullable: true })
  readAt!: Date | null;

  @Field(() => [NoticeFact], { description: 'None when the viewer may not read the subject any more.' })
  facts?: NoticeFact[];
}

@ObjectType({ description: 'What the viewer was told about one thing.' })
export class InboxGroup {
  @Field({ description: "A noun's word, such as order." })
  subjectType!: string;

  @Field(() => ID)
  subjectId!: string;

  @Field(() => NoticeSubject, { nullable: true, description: 'Null when the viewer may not read it any more.' })
  subject?: NoticeSubject | null;

  @Field(() => Int)
  unread!: number;

  @Field(() => [Notice], { description: 'The ten newest, newest first.' })
  notices!: Notice[];
}

@ObjectType()
export class InboxConnection extends connectionOf(InboxGroup, 'Inbox') {}

@ObjectType({ description: 'How the viewer hears of one kind of notice.' })
export class NoticeSetting {
  @Field(() => NoticeKindEnum)
  kind!: NoticeKind;

  @Field()
  inbox!: boolean;

  @Field(() => NoticeMailEnum)
  mail!: NoticeMail;
}

@ObjectType({ description: 'How the viewer hears of what.' })
export class NoticeSettingsOfViewer {
  @Field(() => [NoticeSetting])
  kinds!: NoticeSetting[];

  @Field({ description: 'Zone of the mail of the day.' })
  timeZone!: string;

  @Field(() => Int, { description: 'Hour of the mail of the day, 0 to 23.' })
  hour!: number;

  @Field({ description: 'Whether mail is sent at all: a mail server is configured, and the people are real.' })
  mailed!: boolean;
}

@InputType()
export class ChangeNoticeSettingInput {
  @Field(() => NoticeKindEnum)
  @IsIn(NOTICE_KINDS)
  kind!: NoticeKind;

  @Field()
  @IsBoolean()
  inbox!: boolean;

  @Field(() => NoticeMailEnum)
  @IsIn(NOTICE_MAILS)
  mail!: NoticeMail;
}

@InputType()
export class ChangeNoticeDigestInput {
  @Field({ description: 'An IANA zone.' })
  @MaxLength(200)
  timeZone!: string;

  @Field(() => Int, { description: '0 to 23.' })
  @IsInt()
  hour!: number;
}

@ObjectType()
export class MarkNoticesReadPayload {
  @Field(() => Int, { nullable: true, description: 'How many are left unread.' })
  unread!: number | null;

  @Field(() => [UserError])
  errors!: UserError[];
}

@ObjectType()
export class ChangeNoticeSettingsPayload extends payloadOf('settings', NoticeSettingsOfViewer) {}
