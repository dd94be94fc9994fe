import { resolve } from 'node:path';
import { z } from 'zod';
import { StartError } from './start-error.js';

const port = z.coerce.number().int().min(0).max(65_535);
const months = z.coerce.number().int().min(1).max(600);
const mebibytes = z.coerce.number().int().min(1).max(1_048_576);
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/.+/);
const address = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);
const proxies = z.union([
  z.string().regex(/^\d$/).transform(Number),
  z
    .string()
    .transform((text) => text.split(/\s*,\s*/))
    .pipe(z.array(address)),
]);
const webUrl = z.url({ protocol: /^https?$/ });
const mailUrl = z.url({ protocol: /^smtps?$/ });
/** An address, or a name before an address in angle brackets. */
const sender = z.string().regex(/^([^<>@]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/);
const networks = z
  .string()
  .transform((text) => text.split(/\s*,\s*/))
  .pipe(z.array(z.union([z.cidrv4(), z.cidrv6()])));

const variables = {
  PORT: { schema: port.default(3000), shape: 'a whole number from 0 to 65535' },
  HOST: { schema: z.string().min(1).default('127.0.0.1'), shape: 'an address to listen on, such as 127.0.0.1' },
  PUBLIC_URL: { schema: webUrl.optional(), shape: 'the http(s) address that people use' },
  TRUST_PROXY: {
    schema: proxies.default(0),
    shape: 'the number of proxies in front (0 to 9), or their addresses, such as 10.0.0.0/8',
  },
  DATABASE_URL: {
    schema: postgresUrl.optional(),
    shape: 'a PostgreSQL address, such as postgres://user:password@host/name',
  },
  SMTP_URL: { schema: mailUrl.optional(), shape: 'the address of a mail server, such as smtps://user:password@host' },
  MAIL_FROM: { schema: sender.optional(), shape: 'whom mail is from, such as Accord <accord@example.org>' },
  ACCORD_WEBHOOK_NETWORKS: {
    schema: networks.default([]),
    shape: 'networks inside that webhooks and pulls may reach, such as 10.0.0.0/8',
  },
  ACCORD_DEMO: { schema: flag.optional(), shape: '"true" or "false"' },
  ACCORD_UPLOAD_LIMIT_MIB: { schema: mebibytes.default(512), shape: 'a whole number of MiB from 1 to 1048576' },
  ACCORD_KEEP_MEASUREMENTS_MONTHS: { schema: months.optional(), shape: 'a whole number of months from 1 to 600' },
  ACCORD_KEEP_HOURS_MONTHS: { schema: months.optional(), shape: 'a whole number of months from 1 to 600' },
  ACCORD_DATA_DIR: { schema: z.string().min(1).default('.data'), shape: 'a folder' },
  NODE_ENV: {
    schema: z.enum(['development', 'production', 'test']).default('production'),
    shape: '"development", "production" or "test"',
  },
} as const;

/** They may hold a password. */
const SECRET: readonly string[] = ['DATABASE_URL', 'SMTP_URL'];

export const CONFIG = Symbol('Config');

/** Everything the environment decides, parsed once at the start. */
export interface Config {
  port: number;
  host: string;
  /** The address that people type, without a trailing slash. */
  publicUrl: string;
  /** How many proxies stand in front, or their addresses and subnets: what they say about whom a request is from is believed. */
  trustedProxies: number | string[];
  /** An outside PostgreSQL; null runs the embedded one in `dataDir`. */
  databaseUrl: string | null;
  /** The server that takes our mail, and whom it is from; null sends none. */
  mail: { url: string; from: string } | null;
  /** Networks that are not public and that webhooks and pulls may reach nevertheless, such as 10.0.0.0/8. */
  webhookNetworks: string[];
  /** Whether an empty database is filled with the demo organisation. */
  demo: boolean;
  /** Absolute. Holds the embedded database and uploaded files. */
  dataDir: string;
  /** The largest file that people may send. */
  uploadLimitBytes: number;
  /** How long measurements are kept one by one, and by the hour, of months that are closed; null = for good, as days are. */
  keepMonths: { measurements: number | null; hours: number | null };
  env: 'development' | 'production' | 'test';
}

/** @throws {StartError} Naming the variable that is malformed. An empty variable counts as missing. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const read = <K extends keyof typeof variables>(name: K) => {
    const { schema, shape } = variables[name];
    const parsed = schema.safeParse(environment[name] || undefined);
    const shown = SECRET.includes(name) ? '' : `; it is "${environment[name]}"`;
    if (!parsed.success) throw new StartError(`${name} must be ${shape}${shown}.`);
    return parsed.data as z.output<(typeof variables)[K]['schema']>;
  };
  const host = read('HOST');
  const listenPort = read('PORT');
  const databaseUrl = read('DATABASE_URL') ?? null;
  const smtp = read('SMTP_URL');
  const from = read('MAIL_FROM');
  if (smtp && !from) throw new StartError(`MAIL_FROM must be ${variables.MAIL_FROM.shape} where SMTP_URL is set.`);
  const shownHost = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host;
  return {
    port: listenPort,
    host,
    publicUrl: (read('PUBLIC_URL') ?? `http://${shownHost}:${listenPort}`).replace(/\/+$/, ''),
    trustedProxies: read('TRUST_PROXY'),
    databaseUrl,
    mail: smtp && from ? { url: smtp, from } : null,
    webhookNetworks: read('ACCORD_WEBHOOK_NETWORKS'),
    demo: read('ACCORD_DEMO') ?? databaseUrl === null,
    dataDir: resolve(read('ACCORD_DATA_DIR')),
    uploadLimitBytes: read('ACCORD_UPLOAD_LIMIT_MIB') * 1_048_576,
    keepMonths: {
      measurements: read('ACCORD_KEEP_MEASUREMENTS_MONTHS') ?? null,
      hours: read('ACCORD_KEEP_HOURS_MONTHS') ?? null,
    },
    env: read('NODE_ENV'),
  };
}
