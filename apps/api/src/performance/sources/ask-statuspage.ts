import { DomainError, type IncidentsAsked, type OutageReport, readStatuspage } from '@accord/domain';
import { type Ask, PullFailure, type Reading, type Span } from './reading.js';

/**
 * Reads the newest incidents of a page, of which it tells the last fifty: those of which something was said since it was
 * read last, so that one that is resolved later, or opened again, comes again.
 */
export async function askStatuspage(ask: Ask, { component }: IncidentsAsked, { from }: Span): Promise<Reading> {
  const answer = await ask('/api/v2/incidents.json');
  if (answer.status !== 200)
    throw new PullFailure(
      answer.status === 404 ? 'There is no status page of Statuspage.' : `The server answers ${answer.status}.`,
      answer,
    );
  const { told, unread } = read(answer.body, component);
  const reports = told.filter((report) => saidAt(report) > from).sort((a, b) => a.from.getTime() - b.from.getTime());
  // What cannot be read may be read later, and nobody knows of when it is: nothing is passed over then.
  const readTo = unread.length > 0 ? from : reports.map(saidAt).reduce((a, b) => Math.max(a, b), from);
  return { rows: [], reports, unread, readTo, isMore: false };
}

const saidAt = (report: OutageReport): number => (report.saidAt ?? report.to ?? report.from).getTime();

function read(body: string, component: string | null) {
  try {
    const { reports, ignored, unread } = readStatuspage(JSON.parse(body), component);
    return { told: [...reports, ...ignored.flatMap(({ ends }) => ends ?? [])], unread };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DomainError)
      throw new PullFailure('The answer is none that Statuspage gives.');
    throw error;
  }
}
