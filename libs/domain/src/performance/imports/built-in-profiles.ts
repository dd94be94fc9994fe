import { type ImportProfile } from './import-profile.js';

export interface BuiltInProfile {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly definition: ImportProfile;
}

/**
 * The audit log of incidents as ServiceNow exports it, one row an update. The priority is derived as the platform
 * derives it. Times carry no zone; they are read as UTC, so save a profile of your own where they mean another.
 * Waiting for somebody does not pause a clock here: a contract must say so, and then a profile of your own maps those
 * states to `paused`. A state that is not in the list neither pauses nor stops a clock.
 */
const serviceNowIncidentLog: BuiltInProfile = {
  id: '0198c0de-0001-7000-8000-000000000001',
  slug: 'servicenow-incident-log',
  name: 'ServiceNow incident event log',
  definition: {
    kind: 'tickets',
    format: { delimiter: ',', encoding: 'utf-8', missing: ['?'] },
    time: { format: 'd/M/yyyy HH:mm', zone: 'Etc/UTC' },
    identity: { number: 'number', sequence: 'sys_mod_count', observedAt: 'sys_updated_at' },
    clock: { openedAt: 'opened_at', resolvedAt: 'resolved_at', closedAt: 'closed_at' },
    state: {
      column: 'incident_state',
      values: {
        New: 'new',
        Active: 'active',
        'In Progress': 'active',
        Resolved: 'resolved',
        Closed: 'closed',
        Canceled: 'cancelled',
      },
      otherwise: 'active',
    },
    priority: {
      impact: 'impact',
      urgency: 'urgency',
      matrix: {
        '1 - High': { '1 - High': 1, '2 - Medium': 2, '3 - Low': 3 },
        '2 - Medium': { '1 - High': 2, '2 - Medium': 3, '3 - Low': 4 },
        '3 - Low': { '1 - High': 3, '2 - Medium': 4, '3 - Low': 4 },
      },
    },
  },
};

/** Rows of an Upptime monitor's history. Its slugs are the slugs of our services; "degraded" is slow, not down. */
const upptime: BuiltInProfile = {
  id: '0198c0de-0001-7000-8000-000000000002',
  slug: 'upptime',
  name: 'Upptime probes',
  definition: {
    kind: 'probes',
    format: { delimiter: ',', encoding: 'utf-8', missing: [] },
    time: { format: 'iso8601', zone: 'Etc/UTC' },
    observedAt: 'ts',
    status: { column: 'status', up: ['up', 'degraded'], down: ['down'] },
    service: { column: 'slug' },
  },
};

/** Profiles that every installation has. Their ids and slugs never change. */
export const BUILT_IN_PROFILES: readonly BuiltInProfile[] = [serviceNowIncidentLog, upptime];
