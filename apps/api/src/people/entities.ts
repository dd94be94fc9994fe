import { AccessTokenEntity } from './access-tokens/access-token.entity.js';
import { BusinessUnitEntity } from './business-unit.entity.js';
import { CredentialEntity } from './credential.entity.js';
import { EnterpriseEntity } from './enterprise.entity.js';
import { NoticeEntity } from './notices/notice.entity.js';
import { NoticeDigestEntity } from './notices/notice-digest.entity.js';
import { NoticeSettingEntity } from './notices/notice-setting.entity.js';
import { PersonEntity } from './person.entity.js';
import { RoleAssignmentEntity } from './role-assignment.entity.js';
import { SessionEntity } from './session.entity.js';
import { DefaultViewEntity } from './saved-views/default-view.entity.js';
import { SavedViewEntity } from './saved-views/saved-view.entity.js';
import { SetupCodeEntity } from './setup-code.entity.js';
import { SignInAttemptEntity } from './sign-in-attempt.entity.js';
import { TeamMembershipEntity } from './team-membership.entity.js';
import { TeamEntity } from './team.entity.js';

/** The tables of people and permission. */
export const peopleEntities = [
  EnterpriseEntity,
  BusinessUnitEntity,
  PersonEntity,
  CredentialEntity,
  SessionEntity,
  SignInAttemptEntity,
  SetupCodeEntity,
  TeamEntity,
  TeamMembershipEntity,
  RoleAssignmentEntity,
  AccessTokenEntity,
  NoticeEntity,
  NoticeSettingEntity,
  NoticeDigestEntity,
  SavedViewEntity,
  DefaultViewEntity,
];
