import { resolve } from 'node:path';
import { readConfig } from './config.js';

it('needs nothing at all', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    trustedProxies: 0,
    databaseUrl: null,
    keepMonths: { measurements: null, hours: null },
    mail: null,
    webhookNetworks: [],
    demo: true,
    dataDir: resolve('.data'),
    uploadLimitBytes: 536_870_912,
    env: 'production',
  });
});

it('takes an empty variable as a missing one', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
});

it('trusts proxies by their number or by their addresses', () => {
  expect(readConfig({ TRUST_PROXY: '1' }).trustedProxies).toBe(1);
  expect(readConfig({ TRUST_PROXY: '10.0.0.0/8, ::1' }).trustedProxies).toEqual(['10.0.0.0/8', '::1']);
});

it('shows no demo on an outside database unless told to', () => {
  const DATABASE_URL = 'postgres://me@db/accord';

  expect(readConfig({ DATABASE_URL }).demo).toBe(false);
  expect(readConfig({ DATABASE_URL, ACCORD_DEMO: 'true' }).demo).toBe(true);
});

it.each([
  ['PORT', 'abc', 'PORT must be a whole number from 0 to 65535; it is "abc".'],
  ['PORT', '65536', 'PORT must be a whole number from 0 to 65535; it is "65536".'],
  ['ACCORD_DEMO', 'maybe', 'ACCORD_DEMO must be "true" or "false"; it is "maybe".'],
  ['PUBLIC_URL', 'accord', 'PUBLIC_URL must be the http(s) address that people use; it is "accord".'],
  ['PUBLIC_URL', 'ftp://accord', 'PUBLIC_URL must be the http(s) address that people use; it is "ftp://accord".'],
  ['MAIL_FROM', 'nobody', 'MAIL_FROM must be whom mail is from, such as Accord <accord@example.org>; it is "nobody".'],
  [
    'ACCORD_WEBHOOK_NETWORKS',
    'home',
    'ACCORD_WEBHOOK_NETWORKS must be networks inside that webhooks and pulls may reach, such as 10.0.0.0/8; it is "home".',
  ],
  ['NODE_ENV', 'prod', 'NODE_ENV must be "development", "production" or "test"; it is "prod".'],
  ...['yes', '-1', '10', '10.0.0.0/33', '10.0.0.1,'].map((text) => [
    'TRUST_PROXY',
    text,
    `TRUST_PROXY must be the number of proxies in front (0 to 9), or their addresses, such as 10.0.0.0/8; it is "${text}".`,
  ]),
])('names a malformed %s (%s)', (name, value, sentence) => {
  expect(() => readConfig({ [name]: value })).toThrow(sentence);
});

it('does not repeat a malformed DATABASE_URL, which may hold a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://me:secret@db' })).toThrow(
    'DATABASE_URL must be a PostgreSQL address, such as postgres://user:password@host/name.',
  );
});

it('sends mail where a server and a sender are named, and repeats no password of theirs', () => {
  const SMTP_URL = 'smtps://me:secret@mail.example.org';

  expect(readConfig({ SMTP_URL, MAIL_FROM: 'Accord <accord@example.org>' }).mail).toEqual({
    url: SMTP_URL,
    from: 'Accord <accord@example.org>',
  });
  expect(() => readConfig({ SMTP_URL })).toThrow(
    'MAIL_FROM must be whom mail is from, such as Accord <accord@example.org> where SMTP_URL is set.',
  );
  expect(() => readConfig({ SMTP_URL: 'me:secret@mail' })).toThrow(
    'SMTP_URL must be the address of a mail server, such as smtps://user:password@host.',
  );
});
