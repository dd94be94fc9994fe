import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { payloadOf } from '../platform/errors/payload-of.js';
import { UserError } from '../platform/errors/user-error.type.js';
import { Viewer } from './viewer.type.js';

@ObjectType()
export class Enterprise {
  @Field()
  name!: string;

  @Field()
  timeZone!: string;

  @Field()
  currency!: string;

  @Field()
  demo!: boolean;
}

@ObjectType({ description: 'Progress of filling the demo organisation; null when no demo is wanted or it is done.' })
export class DemoFill {
  @Field(() => Int)
  done!: number;

  @Field(() => Int)
  total!: number;

  @Field()
  step!: string;

  @Field()
  failed!: boolean;
}

@ObjectType({ description: 'A demo person to sign in as with one click; offered on loopback with demo data only.' })
export class DemoPerson {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  job!: string;
}

@ObjectType({ description: 'What anybody may know before signing in, and who is signed in.' })
export class Session {
  @Field(() => Enterprise)
  enterprise!: Enterprise;

  @Field(() => Viewer, { nullable: true })
  viewer?: Viewer | null;

  @Field({ description: 'Whoever signed in has the password of somebody else still: nobody, until they change it.' })
  mustChoosePassword?: boolean;

  @Field()
  needsFirstAdministrator?: boolean;

  @Field(() => [DemoPerson])
  demoPeople?: DemoPerson[];

  @Field(() => DemoFill, { nullable: true })
  demoFill?: DemoFill | null;
}

@InputType()
export class SignInInput {
  @Field()
  @MaxLength(254)
  email!: string;

  @Field()
  @MaxLength(1000)
  password!: string;
}

@InputType()
export class FirstAdministratorInput {
  @Field()
  @MaxLength(200)
  code!: string;

  @Field()
  @MaxLength(200)
  enterpriseName!: string;

  @Field()
  @MaxLength(200)
  timeZone!: string;

  @Field()
  @MaxLength(200)
  currency!: string;

  @Field()
  @MaxLength(200)
  name!: string;

  @Field()
  @MaxLength(254)
  email!: string;

  @Field()
  @MaxLength(1000)
  password!: string;
}

const ViewerPayload = payloadOf('viewer', Viewer);

@ObjectType({ description: "Without a viewer and without errors: a password of one's own has to be chosen first." })
export class SignInPayload extends ViewerPayload {}

@ObjectType()
export class SetUpFirstAdministratorPayload extends ViewerPayload {}

@ObjectType()
export class SignOutPayload {
  @Field()
  signedOut!: boolean;

  @Field(() => [UserError])
  errors!: UserError[];
}

@ObjectType({
  description: 'The one-time code with which the first administrator of the now empty installation is created.',
})
export class StartEmptyPayload {
  @Field(() => String, { nullable: true })
  setupCode!: string | null;

  @Field(() => [UserError])
  errors!: UserError[];
}
