import { z } from 'zod';
import { DomainError } from '../../domain-error.js';
import { answerProfile, type AnswerProfile } from './answer-profile.js';
import { countProfile, type CountProfile } from './count-profile.js';
import type { ImportKind } from './import-policy.js';
import { outageProfile, type OutageProfile } from './outage-profile.js';
import { probeProfile, type ProbeProfile } from './probe-profile.js';
import { ticketProfile, type TicketProfile } from './ticket-profile.js';
import { valueProfile, type ValueProfile } from './value-profile.js';

/** How the rows of a source are to be understood. Plain JSON, so that it can be kept, sent and compared. */
export type ImportProfile = TicketProfile | ProbeProfile | CountProfile | ValueProfile | OutageProfile | AnswerProfile;

const importProfile = z.discriminatedUnion('kind', [
  ticketProfile,
  probeProfile,
  countProfile,
  valueProfile,
  outageProfile,
  answerProfile,
]);

/** @throws {DomainError} When the text is no JSON or no profile; the message names what is wrong and where. */
export function parseImportProfile(definition: string): ImportProfile {
  const parsed = importProfile.safeParse(parseJson(definition));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.') || 'profile'}: ${message}`);
  throw new DomainError('MALFORMED_PROFILE', `This is not an import profile. ${faults.join('; ')}.`, ['definition']);
}

/** @throws {DomainError} When the profile is about other rows than the ones wanted. */
export function assertProfileKind({ kind }: ImportProfile, wanted: ImportKind, field: string): void {
  if (kind !== wanted)
    throw new DomainError('WRONG_PROFILE', `The profile is for ${kind}, not for ${wanted}.`, [field]);
}

/** The columns that a file must have for the profile to be of use, in the order in which the profile names them. */
export function columnsOf(profile: ImportProfile): string[] {
  const named = [...ownColumns(profile), profile.service?.column];
  return [...new Set(named.filter((name) => name !== undefined))];
}

function ownColumns(profile: ImportProfile): (string | undefined)[] {
  if (profile.kind === 'probes') return [profile.observedAt, profile.status.column];
  if (profile.kind === 'outages') return [profile.number, profile.from, profile.to, profile.cause];
  if (profile.kind === 'answers') {
    const { answer, observedAt, score, series } = profile;
    return [answer, observedAt, score, 'column' in series ? series.column : undefined];
  }
  if (profile.kind === 'counts' || profile.kind === 'values') {
    const { from, to, series } = profile;
    const interval = [from, typeof to === 'string' ? to : undefined, 'column' in series ? series.column : undefined];
    if (profile.kind === 'counts') return [...interval, profile.good, profile.total];
    return [...interval, profile.values, 'column' in profile.unit ? profile.unit.column : undefined];
  }
  const { identity, clock, state, pause, priority, holder, author } = profile;
  const priorities = 'matrix' in priority ? [priority.impact, priority.urgency] : [priority.column];
  const own = [identity.number, identity.sequence, identity.observedAt];
  own.push(clock.openedAt, clock.firstResponseAt, clock.resolvedAt, clock.closedAt);
  return [...own, state.column, pause?.column, ...priorities, holder, author?.column];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError('MALFORMED_PROFILE', 'The profile is not JSON.', ['definition']);
  }
}
