import { maySeeHolder, type Viewer } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';

export const HOLDER_KINDS = ['team', 'provider', 'named', 'unknown', 'anotherParty'] as const;
export type HolderKind = (typeof HOLDER_KINDS)[number];

/** Somebody who had a ticket, as the viewer may know them. */
export interface ShownHolder {
  /** Tells one from another; null = nobody is named. */
  key: string | null;
  kind: HolderKind;
  /** null = nobody is named, or it is not for the viewer to know. */
  name: string | null;
}

export interface ShownHandover {
  at: number;
  holder: ShownHolder;
}

/** From when on who had a ticket, oldest first; empty where its source never says. */
export const handoversOfTicket = defineLoader<string, ShownHandover[]>((ids, { manager, act }) =>
  readHandovers(manager, act.viewer!, ids),
);

export async function readHandovers(
  manager: EntityManager,
  viewer: Viewer,
  ticketIds: readonly string[],
): Promise<ShownHandover[][]> {
  const rows: HandoverRow[] = await manager.query(HANDOVERS, [ticketIds]);
  return groupedBy(ticketIds, rows, ({ ticketId }) => ticketId).map((group) =>
    group.some(({ name }) => name !== null)
      ? group.map((row) => ({ at: row.at.getTime(), holder: shownTo(viewer, row) }))
      : [],
  );
}

export const NOBODY: ShownHolder = { key: null, kind: 'unknown', name: null };

interface HandoverRow {
  ticketId: string;
  at: Date;
  /** As the source calls them. */
  name: string | null;
  teamId: string | null;
  providerId: string | null;
  /** As we call them. */
  ourName: string | null;
}

function shownTo(viewer: Viewer, { name, teamId, providerId, ourName }: HandoverRow): ShownHolder {
  if (name === null) return NOBODY;
  if (!maySeeHolder(viewer, providerId)) return { key: 'anotherParty', kind: 'anotherParty', name: null };
  if (providerId) return { key: providerId, kind: 'provider', name: ourName };
  if (teamId) return { key: teamId, kind: 'team', name: ourName };
  return { key: `named:${name}`, kind: 'named', name };
}

const HANDOVERS = `
  SELECT t.id AS "ticketId", e.observed_at AS at, e.holder AS name, h.team_id AS "teamId", h.provider_id AS "providerId",
    coalesce(p.name, m.name) AS "ourName"
  FROM ticket t
  JOIN ticket_event e ON e.source_id = t.source_id AND e.number = t.number
  LEFT JOIN holder h ON h.source_id = e.source_id AND h.name = e.holder
  LEFT JOIN provider p ON p.id = h.provider_id
  LEFT JOIN team m ON m.id = h.team_id
  WHERE t.id = ANY($1::uuid[])
  ORDER BY e.observed_at, e.sequence`;
