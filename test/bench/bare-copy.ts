import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text as textOf } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { from as copyFrom } from 'pg-copy-streams';
import { onServer } from '../platform/database-server.js';

const TIME = /^(\d+)\/(\d+)\/(\d+) (\d+:\d+)$/;

/** The log as PostgreSQL's COPY takes it: every column, decoded, times as it reads them. */
export async function copyText(file: string): Promise<{ text: string; rows: number }> {
  const lines = (await textOf(createReadStream(file).pipe(createGunzip()))).trimEnd().split('\n');
  const text = lines
    .slice(1)
    .map((line) => `${line.split(',').map(cell).join('\t')}\n`)
    .join('');
  return { text, rows: lines.length - 1 };
}

function cell(text: string): string {
  return text === '?' ? '\\N' : text.replace(TIME, '$3-$2-$1 $4');
}

const COLUMNS = [
  'number text, incident_state text, active bool, reassignment_count int, reopen_count int, sys_mod_count int',
  'made_sla bool, caller_id text, opened_by text, opened_at timestamptz, sys_created_by text',
  'sys_created_at timestamptz, sys_updated_by text, sys_updated_at timestamptz, contact_type text, location text',
  'category text, subcategory text, u_symptom text, cmdb_ci text, impact text, urgency text, priority text',
  'assignment_group text, assigned_to text, knowledge bool, u_priority_confirmation bool, notify text, problem_id text',
  'rfc text, vendor text, caused_by text, closed_code text, resolved_by text, resolved_at timestamptz',
  'closed_at timestamptz',
].join(', ');

/** How long a bare COPY of the text takes, in milliseconds. */
export async function copyMs(database: string, text: string): Promise<number> {
  return onServer(database, async (client) => {
    await client.query(`CREATE TABLE bare (${COLUMNS}, PRIMARY KEY (number, sys_mod_count, sys_updated_at))`);
    const started = performance.now();
    await pipeline(Readable.from([text]), client.query(copyFrom('COPY bare FROM STDIN')));
    return performance.now() - started;
  });
}
