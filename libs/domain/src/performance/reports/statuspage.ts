import { z } from 'zod';
import { DomainError } from '../../domain-error.js';
import { parseWith } from '../../parse-with.js';
import type { ReadReports } from './outage-report.js';
import { readParts } from './read-parts.js';

const instant = z.iso.datetime({ offset: true });

const Named = z.looseObject({ name: z.string() });

const Incident = z.looseObject({
  id: z.string().min(1).max(100),
  name: z.string(),
  impact: z.string(),
  created_at: instant,
  started_at: instant.nullish(),
  resolved_at: instant.nullish(),
  updated_at: instant.nullish(),
  components: z.array(Named).nullish(),
  incident_updates: z.array(z.looseObject({ affected_components: z.array(Named).nullish() })).nullish(),
});

const Page = z.looseObject({ incidents: z.array(z.unknown()).max(1_000) });
const OfIncident = z.looseObject({ incident: Incident });
const OfComponent = z.looseObject({ component_update: z.looseObject({ id: z.string().min(1).max(100) }) });

/** Of these a service is down, more or less; others are announcements. */
const DOWN = ['minor', 'major', 'critical'];

/**
 * Reads incidents as Statuspage writes them: `incidents.json` of a page, or one as its webhook sends it. An incident is
 * known by its id, and without impact it is no outage. What its webhook sends of a component is none either: the incident
 * that it belongs to comes by itself.
 *
 * @param component Only incidents that name this component are about the service; null = all are.
 * @throws {DomainError} `UNFIT_MESSAGE` where the whole of it, or all of its incidents, are not as Statuspage writes them.
 */
export function readStatuspage(message: unknown, component: string | null = null): ReadReports {
  const ofComponent = OfComponent.safeParse(message).data;
  if (ofComponent)
    return { reports: [], ignored: [{ externalId: ofComponent.component_update.id, reason: NO_INCIDENT }], unread: [] };
  const { read: told, unread } = incidentsOf(message);
  const incidents = component === null ? told : told.filter((incident) => componentsOf(incident).includes(component));
  const isDown = ({ impact }: Incident) => DOWN.includes(impact);
  return {
    reports: incidents.filter(isDown).map(reportOf),
    ignored: incidents.filter((incident) => !isDown(incident)).map(withoutImpact),
    unread,
  };
}

type Incident = z.infer<typeof Incident>;
type Report = ReadReports['reports'][number];

const reportOf = ({ id, name, created_at, started_at, resolved_at, updated_at }: Incident): Report => ({
  externalId: id,
  service: null,
  from: new Date(started_at ?? created_at),
  to: resolved_at ? new Date(resolved_at) : null,
  cause: name.trim().slice(0, 500) || 'An incident.',
  saidAt: updated_at ? new Date(updated_at) : null,
});

/** A page may take the impact back of what it told of before. What had counted by then stays: only people take it away. */
function withoutImpact(incident: Incident): ReadReports['ignored'][number] {
  const { id: externalId, impact, resolved_at, updated_at } = incident;
  const until = resolved_at ?? updated_at;
  return {
    externalId,
    reason: `Its impact is ${impact}: it is no outage.`,
    ...(until && { ends: { ...reportOf(incident), to: new Date(until), endsOnly: true } }),
  };
}

const NO_INCIDENT = 'It tells how a component stands: outages are read of incidents.';

function incidentsOf(message: unknown): ReturnType<typeof readParts<Incident>> {
  const isPage = typeof message === 'object' && message !== null && 'incidents' in message;
  if (!isPage) return { read: [parseWith(OfIncident, message, [], 'UNFIT_MESSAGE').incident], unread: [] };
  const parts = readParts(Incident, 'incidents', parseWith(Page, message, [], 'UNFIT_MESSAGE').incidents);
  const [first] = parts.unread;
  // Of which nothing can be read, that is no page of theirs.
  if (first && parts.read.length === 0) throw new DomainError('UNFIT_MESSAGE', first.reason, first.place.split('.'));
  return parts;
}

const componentsOf = ({ components, incident_updates }: Incident): string[] =>
  [
    ...(components ?? []),
    ...(incident_updates ?? []).flatMap(({ affected_components }) => affected_components ?? []),
  ].map(({ name }) => name.trim());
