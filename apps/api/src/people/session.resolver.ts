import { Args, Context, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act, PublicAct } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { Newcomers } from '../platform/act/newcomers.decorator.js';
import { Public } from '../platform/act/public.decorator.js';
import { Database } from '../platform/database/database.js';
import type { GraphContext } from '../platform/graphql/graph-context.js';
import { Credentials } from './credentials.js';
import { DemoAccess } from './demo-access.js';
import { DemoProgress } from './demo-progress.js';
import { Enterprises } from './enterprises.js';
import { FirstAdministrators } from './first-administrators.js';
import { FreshStarts } from './fresh-starts.js';
import { ChangePasswordPayload } from './person.type.js';
import { isForwarded } from './loopback.js';
import { SessionCookie } from './session-cookie.js';
import {
  DemoFill,
  DemoPerson,
  FirstAdministratorInput,
  Session,
  SetUpFirstAdministratorPayload,
  SignInInput,
  SignInPayload,
  SignOutPayload,
  StartEmptyPayload,
} from './session.type.js';
import { SignIns, type Origin, type SignedIn } from './sign-ins.js';
import { Viewer } from './viewer.type.js';

@Resolver(() => Session)
export class SessionResolver {
  constructor(
    private readonly database: Database,
    private readonly enterprises: Enterprises,
    private readonly signIns: SignIns,
    private readonly credentials: Credentials,
    private readonly firstAdministrators: FirstAdministrators,
    private readonly freshStarts: FreshStarts,
    private readonly demoAccess: DemoAccess,
    private readonly demoProgress: DemoProgress,
    private readonly cookie: SessionCookie,
  ) {}

  @Public()
  @Query(() => Session)
  async session() {
    return { enterprise: await this.enterprises.current() };
  }

  @ResolveField(() => Viewer, { nullable: true })
  viewer(@CurrentAct() act: PublicAct) {
    return act.viewer;
  }

  @ResolveField(() => Boolean)
  mustChoosePassword(@CurrentAct() { newcomer }: PublicAct) {
    return newcomer !== undefined;
  }

  @ResolveField(() => Boolean)
  needsFirstAdministrator() {
    return this.enterprises.needsFirstAdministrator();
  }

  @ResolveField(() => [DemoPerson])
  async demoPeople(@Context() { req }: GraphContext) {
    const people = await this.demoAccess.people(this.database.read, { isForwarded: isForwarded(req) });
    return people.map(({ id, name, demoJob }) => ({ id, name, job: demoJob }));
  }

  @ResolveField(() => DemoFill, { nullable: true })
  demoFill() {
    return this.demoProgress.current;
  }

  @Public()
  @Mutation(() => SignInPayload)
  async signIn(@CurrentAct() act: PublicAct, @Args('input') input: SignInInput, @Context() context: GraphContext) {
    return this.letIn(context, await this.signIns.signIn(act, input, this.originOf(context)));
  }

  @Public()
  @Mutation(() => SignInPayload)
  async signInAsDemoPerson(
    @CurrentAct() act: PublicAct,
    @Args('personId', { type: () => ID }) personId: string,
    @Context() context: GraphContext,
  ) {
    return this.letIn(context, await this.signIns.signInAsDemoPerson(act, personId, this.originOf(context)));
  }

  @Public()
  @Mutation(() => SetUpFirstAdministratorPayload)
  async setUpFirstAdministrator(
    @CurrentAct() act: PublicAct,
    @Args('input') input: FirstAdministratorInput,
    @Context() context: GraphContext,
  ) {
    return this.letIn(context, await this.firstAdministrators.setUp(act, input, this.originOf(context)));
  }

  @Newcomers()
  @Mutation(() => SignOutPayload)
  async signOut(@CurrentAct() act: PublicAct, @Context() context: GraphContext) {
    await this.signIns.signOut(asTheyAre(act), this.originOf(context).token!);
    return this.letOut(context);
  }

  @Newcomers()
  @Mutation(() => SignOutPayload)
  async signOutEverywhere(@CurrentAct() act: PublicAct, @Context() context: GraphContext) {
    await this.signIns.signOutEverywhere(asTheyAre(act));
    return this.letOut(context);
  }

  @Newcomers()
  @Mutation(() => ChangePasswordPayload, { description: 'Ends the sessions of the person in other browsers.' })
  async changePassword(
    @CurrentAct() act: PublicAct,
    @Args('current') current: string,
    @Args('next') next: string,
    @Context() context: GraphContext,
  ) {
    await this.credentials.change(asTheyAre(act), current, next, this.originOf(context));
    return { changed: true, errors: [] };
  }

  @Mutation(() => StartEmptyPayload, { description: 'Removes the demo organisation and everything done in it.' })
  async startEmpty(@CurrentAct() act: Act, @Context() context: GraphContext) {
    const setupCode = await this.freshStarts.startEmpty(act);
    this.letOut(context);
    return { setupCode, errors: [] };
  }

  private originOf({ req }: GraphContext): Origin {
    return { address: req.ip ?? '', isForwarded: isForwarded(req), token: this.cookie.read(req) };
  }

  /** From here on, the rest of the request is theirs; a newcomer's is nobody's. */
  private letIn({ res, act }: GraphContext, { token, viewer, isGiven = false }: SignedIn) {
    this.cookie.write(res, token);
    act.viewer = isGiven ? null : viewer;
    return { viewer: act.viewer, errors: [] };
  }

  private letOut({ res, act }: GraphContext) {
    this.cookie.clear(res);
    act.viewer = null;
    return { signedOut: true, errors: [] };
  }
}

/** Newcomers do a few things in their own name too. */
const asTheyAre = ({ newcomer, ...act }: PublicAct): Act => ({ ...act, viewer: (act.viewer ?? newcomer)! });
