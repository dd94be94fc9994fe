import { z } from 'zod';
import { DomainError } from '../../domain-error.js';
import { probeProfile, type ProbeProfile } from './probe-profile.js';
import { ticketProfile, type TicketProfile } from './ticket-profile.js';

/** How the rows of a source are to be understood. Plain JSON, so that it can be kept, sent and compared. */
export type ImportProfile = TicketProfile | ProbeProfile;

const importProfile = z.discriminatedUnion('kind', [ticketProfile, probeProfile]);

/** @throws {DomainError} When the text is no JSON or no profile; the message names what is wrong and where. */
export function parseImportProfile(definition: string): ImportProfile {
  const parsed = importProfile.safeParse(parseJson(definition));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.') || 'profile'}: ${message}`);
  throw new DomainError('MALFORMED_PROFILE', `This is not an import profile. ${faults.join('; ')}.`, ['definition']);
}

/** The columns that a file must have for the profile to be of use, in the order in which the profile names them. */
export function columnsOf(profile: ImportProfile): string[] {
  const named =
    profile.kind === 'tickets'
      ? [
          ...Object.values(profile.identity),
          ...Object.values(profile.clock),
          profile.state.column,
          ...priorityColumns(profile),
        ]
      : [profile.observedAt, profile.status.column];
  return [...new Set([...named, ...(profile.service ? [profile.service.column] : [])])].filter(
    (name) => name !== undefined,
  );
}

function priorityColumns({ priority }: TicketProfile): string[] {
  return 'matrix' in priority ? [priority.impact, priority.urgency] : [priority.column];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError('MALFORMED_PROFILE', 'The profile is not JSON.', ['definition']);
  }
}
