import { Module } from '@nestjs/common';
import { VIEWER_RESOLVER } from '../platform/act/viewer-resolver.js';
import { CONFIG } from '../platform/platform.module.js';
import { START_NOTICE } from '../platform/start-notice.js';
import { AccessTokenResolver } from './access-tokens/access-token.resolver.js';
import { AccessTokens } from './access-tokens/access-tokens.js';
import { Bearers } from './access-tokens/bearers.js';
import { Attempts } from './attempts.js';
import { AuditEntries } from './audit-entries.js';
import { AuditEntryResolver } from './audit-entry.resolver.js';
import { BusinessUnitResolver } from './business-unit.resolver.js';
import { BusinessUnits } from './business-units.js';
import { Credentials } from './credentials.js';
import { DemoAccess } from './demo-access.js';
import { DemoProgress } from './demo-progress.js';
import { Enterprises } from './enterprises.js';
import { FirstAdministrators } from './first-administrators.js';
import { FreshStarts } from './fresh-starts.js';
import { Inbox } from './notices/inbox.js';
import { NoticeMails } from './notices/notice-mails.js';
import { NoticeSettings } from './notices/notice-settings.js';
import { InboxGroupResolver, NoticeResolver } from './notices/notice.resolver.js';
import { Notices } from './notices/notices.js';
import { OldNotices } from './notices/old-notices.js';
import { ReadByActing } from './notices/read-by-acting.js';
import { WebhookNotices } from './notices/webhook-notices.js';
import { PasswordResets } from './password-resets.js';
import { Passwords } from './passwords.js';
import { People } from './people.js';
import { PersonLists } from './person-lists.js';
import { PersonResolver } from './person.resolver.js';
import { RoleAssignmentResolver } from './role-assignment.resolver.js';
import { RoleAssignments } from './role-assignments.js';
import { SavedViewResolver } from './saved-views/saved-view.resolver.js';
import { SavedViews } from './saved-views/saved-views.js';
import { SessionCookie } from './session-cookie.js';
import { SessionResolver } from './session.resolver.js';
import { Sessions } from './sessions.js';
import { SetupCodes } from './setup-codes.js';
import { SignInNotice } from './sign-in-notice.js';
import { SignIns } from './sign-ins.js';
import { TeamMembershipResolver } from './team-membership.resolver.js';
import { TeamResolver } from './team.resolver.js';
import { Teams } from './teams.js';
import { ViewerResolver } from './viewer.resolver.js';
import { Viewers } from './viewers.js';

const useCases = [
  AccessTokens,
  BusinessUnits,
  Credentials,
  Enterprises,
  FirstAdministrators,
  FreshStarts,
  NoticeSettings,
  Notices,
  PasswordResets,
  People,
  RoleAssignments,
  SavedViews,
  SetupCodes,
  SignIns,
  Teams,
];
const reading = [AuditEntries, DemoAccess, DemoProgress, Inbox, PersonLists, Viewers];
const parts = [Attempts, Bearers, NoticeMails, OldNotices, Passwords, ReadByActing, Sessions, WebhookNotices];
const resolvers = [
  AccessTokenResolver,
  AuditEntryResolver,
  BusinessUnitResolver,
  InboxGroupResolver,
  NoticeResolver,
  PersonResolver,
  RoleAssignmentResolver,
  SavedViewResolver,
  SessionResolver,
  TeamMembershipResolver,
  TeamResolver,
  ViewerResolver,
];

/** Who is who, who may do what, and who did what. */
@Module({
  providers: [
    ...useCases,
    ...reading,
    ...parts,
    ...resolvers,
    { provide: SessionCookie, inject: [CONFIG], useFactory: (config) => new SessionCookie(config) },
    { provide: VIEWER_RESOLVER, useExisting: Viewers },
    { provide: START_NOTICE, useClass: SignInNotice },
  ],
  exports: [...useCases, ...reading],
})
export class PeopleModule {}
