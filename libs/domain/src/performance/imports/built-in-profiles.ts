import type { ImportProfile } from './import-profile.js';
import { TICKET_STATES } from './ticket-profile.js';

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
    holder: 'assignment_group',
  },
};

/** The levels of ServiceNow's priorities, as it writes them out. */
const SERVICE_NOW_PRIORITIES = { '1 - Critical': 1, '2 - High': 2, '3 - Moderate': 3, '4 - Low': 4, '5 - Planning': 5 };

/**
 * A list of incidents as ServiceNow exports it to CSV: one row an incident, as it stands at the export. Export it again
 * and the rows that changed since are further events. Being on hold pauses no clock here either.
 */
const serviceNowIncidentList: BuiltInProfile = {
  id: '0198c0de-0001-7000-8000-000000000003',
  slug: 'servicenow-incident-list',
  name: 'ServiceNow incident list',
  definition: {
    kind: 'tickets',
    format: { delimiter: ',', encoding: 'utf-8', missing: [] },
    time: { format: 'yyyy-MM-dd HH:mm:ss', zone: 'Etc/UTC' },
    identity: { number: 'number', observedAt: 'sys_updated_on' },
    clock: { openedAt: 'opened_at', resolvedAt: 'resolved_at', closedAt: 'closed_at' },
    state: {
      column: 'state',
      values: {
        New: 'new',
        'In Progress': 'active',
        'On Hold': 'active',
        Resolved: 'resolved',
        Closed: 'closed',
        Canceled: 'cancelled',
      },
      otherwise: 'refuse',
    },
    priority: { column: 'priority', values: SERVICE_NOW_PRIORITIES },
    holder: 'assignment_group',
  },
};

/**
 * Issues as Jira exports them to CSV, one row an issue. A field with several values repeats its column, so the first of
 * each is taken. Times are those of the person who exports: save a profile of your own where that is another zone.
 */
const jira: BuiltInProfile = {
  id: '0198c0de-0001-7000-8000-000000000004',
  slug: 'jira-issues',
  name: 'Jira issues',
  definition: {
    kind: 'tickets',
    format: { delimiter: ',', encoding: 'utf-8', missing: [] },
    time: { format: 'd/MMM/yy h:mm a', zone: 'Etc/UTC' },
    identity: { number: 'Issue key', observedAt: 'Updated' },
    clock: { openedAt: 'Created', resolvedAt: 'Resolved' },
    state: {
      column: 'Status',
      values: {
        'To Do': 'new',
        Open: 'new',
        Reopened: 'active',
        'In Progress': 'active',
        'In Review': 'active',
        Done: 'resolved',
        Resolved: 'resolved',
        Closed: 'closed',
      },
      otherwise: 'active',
    },
    priority: {
      column: 'Priority',
      values: {
        Blocker: 1,
        Highest: 1,
        Critical: 1,
        High: 2,
        Major: 2,
        Medium: 3,
        Low: 4,
        Minor: 4,
        Lowest: 5,
        Trivial: 5,
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

const PLAIN = {
  format: { delimiter: ',', encoding: 'utf-8', missing: [] },
  time: { format: 'iso8601', zone: 'Etc/UTC' },
  service: { column: 'service' },
} as const satisfies Partial<ImportProfile>;

/** For files that one writes oneself: columns by our own words, times in ISO 8601, services by their slugs. */
const plainTickets: BuiltInProfile = {
  id: '0198c0de-0001-7000-8000-000000000005',
  slug: 'plain-tickets',
  name: 'Tickets in plain CSV',
  definition: {
    kind: 'tickets',
    ...PLAIN,
    identity: { number: 'number', observedAt: 'updated' },
    clock: { openedAt: 'opened', firstResponseAt: 'responded', resolvedAt: 'resolved', closedAt: 'closed' },
    state: {
      column: 'state',
      values: Object.fromEntries(TICKET_STATES.map((state) => [state, state])),
      otherwise: 'refuse',
    },
    priority: { column: 'priority', values: { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5 } },
    holder: 'holder',
  },
};

const plainProbes: BuiltInProfile = {
  id: '0198c0de-0001-7000-8000-000000000006',
  slug: 'plain-probes',
  name: 'Probes in plain CSV',
  definition: {
    kind: 'probes',
    ...PLAIN,
    observedAt: 'at',
    status: { column: 'up', up: ['true', '1', 'up'], down: ['false', '0', 'down'] },
  },
};

const plainCounts: BuiltInProfile = {
  id: '0198c0de-0001-7000-8000-000000000007',
  slug: 'plain-counts',
  name: 'Counts in plain CSV',
  definition: {
    kind: 'counts',
    ...PLAIN,
    from: 'from',
    to: 'to',
    series: { column: 'series' },
    good: 'good',
    total: 'total',
  },
};

const plainValues: BuiltInProfile = {
  id: '0198c0de-0001-7000-8000-000000000010',
  slug: 'plain-values',
  name: 'Values in plain CSV',
  definition: {
    kind: 'values',
    ...PLAIN,
    from: 'from',
    to: 'to',
    series: { column: 'series' },
    values: 'values',
    unit: { column: 'unit' },
  },
};

const plainOutages: BuiltInProfile = {
  id: '0198c0de-0001-7000-8000-000000000008',
  slug: 'plain-outages',
  name: 'Outages in plain CSV',
  definition: { kind: 'outages', ...PLAIN, number: 'number', from: 'from', to: 'to', cause: 'cause' },
};

const plainAnswers: BuiltInProfile = {
  id: '0198c0de-0001-7000-8000-000000000009',
  slug: 'plain-answers',
  name: 'Answers to surveys in plain CSV, 1 to 5',
  definition: {
    kind: 'answers',
    ...PLAIN,
    answer: 'answer',
    observedAt: 'at',
    score: 'score',
    scale: { lowest: 1, highest: 5 },
    series: { column: 'survey' },
  },
};

/** Profiles that every installation has. Their ids and slugs never change. */
export const BUILT_IN_PROFILES: readonly BuiltInProfile[] = [
  serviceNowIncidentLog,
  upptime,
  serviceNowIncidentList,
  jira,
  plainTickets,
  plainProbes,
  plainCounts,
  plainOutages,
  plainAnswers,
  plainValues,
];
