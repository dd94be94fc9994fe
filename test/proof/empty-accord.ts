import { AppModule } from '@accord/api/app.module.js';
import { SetupCodes } from '@accord/api/people/setup-codes.js';
import { readConfig } from '@accord/api/platform/config.js';
import { createDataSource } from '@accord/api/platform/database/data-source.js';
import { createApp } from '@accord/api/platform/http/create-app.js';
import { listen } from '@accord/api/platform/http/listen.js';
import type { DataSource } from 'typeorm';
import { GraphUser } from './graph-user.js';

/** A server on an empty database, and the two people it takes to promise something. */
export interface EmptyAccord {
  database: string;
  dataSource: DataSource;
  /** A use case, or another provider of the application. */
  get<T>(token: abstract new (...args: never[]) => T): T;
  /** Proposes. */
  ada: GraphUser;
  /** Approves. */
  ben: GraphUser;
}

export const ADA = 'ada@example.org';
const BEN = 'ben@example.org';
const CHOOSE_PASSWORD =
  'mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) { errors { message } } }';
const PASSWORD = 'correct horse battery staple';

/** Runs `work` on a new server, whose people came to it as they do anywhere: by a setup code, and by each other. */
export async function onEmptyAccord<T>(
  database: string,
  work: (accord: EmptyAccord) => Promise<T>,
  environment: NodeJS.ProcessEnv = {},
): Promise<T> {
  const usual = { NODE_ENV: 'production', ACCORD_DEMO: 'false', DATABASE_URL: database, PORT: '0' };
  const config = readConfig({ ...usual, ...environment });
  const dataSource = await createDataSource(database).initialize();
  const app = await createApp(AppModule.with({ config, dataSource }), config);
  try {
    const url = `http://127.0.0.1:${await listen(app, config)}`;
    const administrator = await setUp(url, (await app.get(SetupCodes, { strict: false }).ensure())!);
    const ada = await hire(administrator, url, 'Ada', ADA);
    const ben = await hire(administrator, url, 'Ben', BEN);
    return await work({ database, dataSource, get: (token) => app.get(token, { strict: false }), ada, ben });
  } finally {
    await app.close();
    await dataSource.destroy();
  }
}

async function setUp(url: string, code: string): Promise<GraphUser> {
  const administrator = new GraphUser(url);
  await administrator.change('setUpFirstAdministrator', 'FirstAdministratorInput', {
    code,
    enterpriseName: 'Proof',
    timeZone: 'Etc/UTC',
    currency: 'EUR',
    name: 'Root',
    email: 'root@example.org',
    password: PASSWORD,
  });
  return administrator;
}

/** Somebody who may do what the proofs need, given the roles by the only administrator. */
async function hire(administrator: GraphUser, url: string, name: string, email: string): Promise<GraphUser> {
  const { person } = await administrator.change(
    'addPerson',
    'AddPersonInput',
    { name, email, password: PASSWORD },
    'person { id }',
  );
  for (const role of ['BT_OFFICE', 'SERVICE_MANAGER', 'VENDOR_MANAGER']) {
    const { roleAssignment } = await administrator.change(
      'proposeRole',
      'ProposeRoleInput',
      { personId: person.id, role, scopeKind: 'ORGANISATION', from: '2000-01-01', reason: 'Proof.' },
      'roleAssignment { id state }',
    );
    if (roleAssignment.state === 'PROPOSED') await administrator.act('approveRole', { id: roleAssignment.id });
  }
  const user = new GraphUser(url);
  await user.change('signIn', 'SignInInput', { email, password: PASSWORD });
  await user.ask(CHOOSE_PASSWORD, { current: PASSWORD, next: `${PASSWORD} of ${name}` });
  return user;
}
