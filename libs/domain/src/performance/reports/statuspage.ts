import { z } from 'zod';
import { parseWith } from '../../parse-with.js';
import type { ReadReports } from './outage-report.js';

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

const Message = z.union([
  z.looseObject({ incidents: z.array(Incident).max(1_000) }),
  z.looseObject({ incident: Incident }),
]);

/** Of these a service is down, more or less; others are announcements. */
const DOWN = ['minor', 'major', 'critical'];

/**
 * Reads incidents as Statuspage writes them: `incidents.json` of a page, or one as its webhook sends it. An incident is
 * known by its id, and without impact it is no outage.
 *
 * @param component Only incidents that name this component are about the service; null = all are.
 * @throws {DomainError} `UNFIT_MESSAGE` when it is not as Statuspage writes it.
 */
export function readStatuspage(message: unknown, component: string | null = null): ReadReports {
  const read = parseWith(Message, message, [], 'UNFIT_MESSAGE');
  const told = 'incidents' in read ? (read.incidents as z.infer<typeof Incident>[]) : [read.incident];
  const incidents = component === null ? told : told.filter((incident) => componentsOf(incident).includes(component));
  const down = incidents.filter(({ impact }) => DOWN.includes(impact));
  const ignored = incidents.filter(({ impact }) => !DOWN.includes(impact));
  return {
    reports: down.map(({ id, name, created_at, started_at, resolved_at, updated_at }) => ({
      externalId: id,
      service: null,
      from: new Date(started_at ?? created_at),
      to: resolved_at ? new Date(resolved_at) : null,
      cause: name.trim().slice(0, 500) || 'An incident.',
      saidAt: updated_at ? new Date(updated_at) : null,
    })),
    ignored: ignored.map(({ id, impact }) => ({ externalId: id, reason: `Its impact is ${impact}: it is no outage.` })),
  };
}

const componentsOf = ({ components, incident_updates }: z.infer<typeof Incident>): string[] =>
  [
    ...(components ?? []),
    ...(incident_updates ?? []).flatMap(({ affected_components }) => affected_components ?? []),
  ].map(({ name }) => name.trim());
