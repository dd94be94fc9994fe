/** Classes of SQLSTATE: the connection, resources (a full disk, no memory, too many connections), the system below. */
const CLASSES = ['08', '53', '58'];

/** The server of the database stops, was killed, or starts. */
const STATES = ['57P01', '57P02', '57P03'];

const SOCKET = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'];

/** What has no code of its own: the driver's words for a connection, PostgreSQL's for a file that may not grow. */
const WORDS = [
  /^Connection terminated/,
  /^Client (was closed|has encountered a connection error)/,
  /^timeout exceeded when trying to connect/,
  /^could not (extend|write|open|create|fsync|flush)\b.* file\b/,
];

/** The connection of a transaction broke: whatever failed in it failed of that. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('The connection to the database broke.', { cause });
  }
}

/** Whether the database was out of reach or had no room: no mistake of ours, and over when somebody has mended it. */
export function isDatabaseTrouble(error: unknown): boolean {
  if (error instanceof ConnectionLost) return true;
  if (!(error instanceof Error)) return false;
  const { code, driverError, message } = error as Error & { code?: unknown; driverError?: unknown };
  if (driverError instanceof Error && driverError !== error) return isDatabaseTrouble(driverError);
  if (WORDS.some((words) => words.test(message))) return true;
  if (typeof code !== 'string') return false;
  return [...STATES, ...SOCKET].includes(code) || (code.length === 5 && CLASSES.includes(code.slice(0, 2)));
}
