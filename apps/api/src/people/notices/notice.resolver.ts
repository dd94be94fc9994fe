import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Database } from '../../platform/database/database.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Inbox, type InboxGroup as Group } from './inbox.js';
import { NoticeSettings } from './notice-settings.js';
import type { NoticeEntity } from './notice.entity.js';
import { subjectOf } from './notice.loader.js';
import {
  ChangeNoticeDigestInput,
  ChangeNoticeSettingInput,
  ChangeNoticeSettingsPayload,
  InboxConnection,
  InboxGroup,
  MarkNoticesReadPayload,
  Notice,
  NoticeFact,
  NoticeSettingsOfViewer,
  NoticeSubject,
} from './notice.type.js';
import { isMadeUp } from './notices.js';

@Resolver(() => Notice)
export class NoticeResolver {
  constructor(
    private readonly database: Database,
    private readonly inboxes: Inbox,
    private readonly settings: NoticeSettings,
    private readonly mailer: Mailer,
  ) {}

  @Query(() => InboxConnection, { description: "The viewer's own, by what it is about, newest first." })
  inbox(
    @CurrentAct() act: Act,
    @Args('unread', { type: () => Boolean, nullable: true, description: 'Only where something is unread.' })
    unread: boolean | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.inboxes.page(act, { unread: unread ?? false, first: first ?? 50, after });
  }

  @Query(() => Int, { description: "How much is unread in the viewer's inbox." })
  unreadNotices(@CurrentAct() act: Act) {
    return this.inboxes.unread(act);
  }

  @Query(() => NoticeSettingsOfViewer)
  async noticeSettings(@CurrentAct() act: Act) {
    const kinds = await this.settings.kinds(act);
    const { timeZone, hour } = await this.settings.digest(act);
    return { kinds, timeZone, hour, mailed: this.mailer.isConfigured && !(await isMadeUp(this.database.read)) };
  }

  @Mutation(() => MarkNoticesReadPayload)
  markNoticesRead(
    @CurrentAct() act: Act,
    @Args('ids', { type: () => [ID], nullable: true, description: 'Null or omitted: everything.' })
    ids: string[] | null,
  ) {
    return toPayload('unread', () => this.inboxes.markRead(act, ids ?? null));
  }

  @Mutation(() => ChangeNoticeSettingsPayload)
  changeNoticeSetting(@CurrentAct() act: Act, @Args('input') { kind, inbox, mail }: ChangeNoticeSettingInput) {
    return toPayload('settings', async () => {
      await this.settings.change(act, kind, { inbox, mail });
      return this.noticeSettings(act);
    });
  }

  @Mutation(() => ChangeNoticeSettingsPayload, { description: 'When the mail of the day is sent.' })
  changeNoticeDigest(@CurrentAct() act: Act, @Args('input') input: ChangeNoticeDigestInput) {
    return toPayload('settings', async () => {
      await this.settings.changeDigest(act, input);
      return this.noticeSettings(act);
    });
  }

  @ResolveField(() => [NoticeFact])
  async facts(@Parent() notice: NoticeEntity, @CurrentLoaders() loaders: Loaders) {
    const isReadable = await loaders.load(...subjectOf(notice));
    return isReadable ? Object.entries(notice.facts).map(([name, value]) => ({ name, value })) : [];
  }
}

@Resolver(() => InboxGroup)
export class InboxGroupResolver {
  @ResolveField(() => NoticeSubject, { nullable: true })
  subject(@Parent() group: Group, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(...subjectOf(group));
  }
}
