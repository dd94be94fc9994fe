import { ImportRunner } from '@accord/api/performance/imports/import-runner.js';
import type { Api } from './api.js';
import type { Actor } from './graph-client.js';

/** An event of a ticket as a ServiceNow log writes it; what is left out is the same for all. */
export interface GivenEvent {
  number?: string;
  sys_mod_count?: number | string;
  sys_updated_at?: string;
  opened_at?: string;
  resolved_at?: string;
  closed_at?: string;
  incident_state?: string;
  impact?: string;
  urgency?: string;
  category?: string;
  assignment_group?: string;
}

const EVENT: Required<GivenEvent> = {
  number: 'INC1',
  sys_mod_count: 0,
  sys_updated_at: '2/3/2026 10:00',
  opened_at: '2/3/2026 09:00',
  resolved_at: '?',
  closed_at: '?',
  incident_state: 'New',
  impact: '2 - Medium',
  urgency: '2 - Medium',
  category: 'Mail',
  assignment_group: '?',
};

const START = `mutation ($input: StartImportInput!) {
  startImport(input: $input) { import { id state } errors { code field message } } }`;

export const REPORT = `query ($id: ID!) { import(id: $id) {
  id kind state fileName bytesRead bytesTotal rowsRead rowsStored rowsKnown rowsElsewhere rowsDiffering rowsRefused rowsUnmapped refusedReason judged
  viewerCanResume finishedAt profile { slug } startedBy { name }
  problems { line column value reason } unmapped { column value count } } }`;

/** Files as people have them, and the way that they take into Accord. */
export function importBuilders(api: Api) {
  const given = {
    /** A ServiceNow log of these events. */
    eventLog(events: GivenEvent[]): string {
      const rows = events.map((event) => Object.values({ ...EVENT, ...event }).join(','));
      return [Object.keys(EVENT).join(','), ...rows, ''].join('\n');
    },

    /** @returns The id that the upload was answered with. */
    async upload(person: Actor, content: string | Buffer, name = 'log.csv'): Promise<string> {
      const request = api.as(person).post('/uploads').set('content-type', 'application/octet-stream');
      const { status, body } = await request.set('x-file-name', encodeURIComponent(name)).send(Buffer.from(content));
      if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
      return body.id;
    },

    async profileId(person: Actor, slug: string): Promise<string> {
      const { importProfiles } = await api.as(person).run('{ importProfiles { id slug } }');
      return importProfiles.find((profile: { slug: string }) => profile.slug === slug).id;
    },

    /** Starts an import, and waits for its end. @returns Its report, or why it did not start. */
    async imported(
      person: Actor,
      content: string | Buffer,
      { name = 'log.csv', profile = 'servicenow-incident-log', kind = 'TICKETS', ...order }: GivenImport = {},
    ) {
      const isOwn = kind === 'AGREEMENTS' || order.definition !== undefined;
      const profileId = isOwn ? null : await given.profileId(person, profile);
      const input = { uploadId: await given.upload(person, content, name), kind, profileId, ...order };
      const { startImport } = await api.as(person).run(START, { input });
      if (!startImport.import) return startImport;
      await api.get(ImportRunner).idle();
      return given.report(person, startImport.import.id);
    },

    async report(person: Actor, id: string) {
      return (await api.as(person).run(REPORT, { id })).import;
    },
  };
  return given;
}

export interface GivenImport {
  name?: string;
  profile?: string;
  kind?: 'TICKETS' | 'PROBES' | 'COUNTS' | 'VALUES' | 'OUTAGES' | 'ANSWERS' | 'AGREEMENTS';
  /** In place of a profile. */
  definition?: string;
  serviceId?: string;
  sourceName?: string;
}
