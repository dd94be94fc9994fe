import { Field, ObjectType } from '@nestjs/graphql';
import { Person } from './person.type.js';
import { RoleAssignment } from './role-assignment.type.js';
import { DefaultView } from './saved-views/saved-view.type.js';

@ObjectType({
  description: 'The signed-in person and what the client may offer. The server decides again on every operation.',
})
export class Viewer {
  @Field(() => Person)
  person?: Person;

  @Field(() => [RoleAssignment])
  roles?: RoleAssignment[];

  @Field(() => [DefaultView], { description: 'At most one for each page.' })
  defaultViews?: DefaultView[];

  @Field()
  viewerCanSeeCommitments?: boolean;

  @Field({ description: 'Breaches, credits and exclusions, where the viewer oversees or is bound by a commitment.' })
  viewerCanSeeEvidence?: boolean;

  @Field()
  viewerCanManageServices?: boolean;

  @Field()
  viewerCanManageAgreements?: boolean;

  @Field()
  viewerCanManageCalendars?: boolean;

  @Field()
  viewerCanProposeExclusions?: boolean;

  @Field({ description: 'Records outages, maintenance and counts of at least one service.' })
  viewerCanMeasure?: boolean;

  @Field()
  viewerCanImport?: boolean;

  @Field()
  viewerCanSeeProviders?: boolean;

  @Field()
  viewerCanManageProviders?: boolean;

  @Field()
  viewerCanManagePeople?: boolean;

  @Field()
  viewerCanReadAudit?: boolean;

  @Field()
  viewerCanStartEmpty?: boolean;
}
