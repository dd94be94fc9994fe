import { type HistoryAsked, upptimeHistory } from '@accord/domain';
import { type Ask, PullFailure, type Reading, type Span } from './reading.js';

/** Commits come newest first, so a stretch of time is read whole. */
const STRETCH_MS = 31 * 86_400_000;
const A_PAGE = 100;
const MOST_PAGES = 100;

/** Reads the commits of the site's history that came since. */
export async function askUpptime(ask: Ask, { site }: HistoryAsked, { from, to: now }: Span): Promise<Reading> {
  const to = Math.min(now, from + STRETCH_MS);
  const probes: { at: number; up: boolean }[] = [];
  for (let page = 1; ; page += 1) {
    if (page > MOST_PAGES) throw new PullFailure('The history has more than 10,000 commits a month.');
    const asked = {
      path: `history/${site}.yml`,
      since: new Date(from).toISOString(),
      until: new Date(to).toISOString(),
      per_page: String(A_PAGE),
      page: String(page),
    };
    const answer = await ask(`/commits?${new URLSearchParams(asked).toString()}`);
    if (answer.status !== 200) throw new PullFailure(whyNot(answer.status, site), answer);
    const read = upptimeHistory(answer.body);
    if ('unusable' in read) throw new PullFailure(read.unusable);
    probes.push(...read.probes);
    if (read.commits < A_PAGE) break;
  }
  const rows = probes
    .filter(({ at }) => at > from && at <= to)
    .sort((a, b) => a.at - b.at)
    .map((probe) => ({ ...probe, to: null, good: null, total: null, fault: null }));
  const isMore = to < now;
  return { rows, readTo: isMore ? to : (rows.at(-1)?.at ?? from), isMore };
}

const whyNot = (status: number, site: string): string =>
  status === 404 ? `There is no such repository, or no history of ${site} in it.` : `The server answers ${status}.`;
