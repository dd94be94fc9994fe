/** What an Upptime repository says of a site at an instant. */
export interface UpptimeProbe {
  readonly at: number;
  readonly up: boolean;
}

/**
 * What the commits of a file in `history` tell, as GitHub lists them. Upptime commits when a status changes and about
 * daily, and says the status in the message: `🟩 Name is up (200 in 321 ms)`; a site that is slow is up.
 *
 * @returns Oldest first, without commits that tell nothing; or why the answer is of no use.
 */
export function upptimeHistory(body: string): { probes: UpptimeProbe[]; commits: number } | { unusable: string } {
  let told: unknown;
  try {
    told = JSON.parse(body);
  } catch {
    return { unusable: 'The answer is not a list of commits.' };
  }
  if (!Array.isArray(told)) return { unusable: 'The answer is not a list of commits.' };
  const probes: UpptimeProbe[] = [];
  for (const one of told as Commit[]) {
    const [message, date] = [one?.commit?.message, one?.commit?.committer?.date];
    const at = typeof date === 'string' ? Date.parse(date) : NaN;
    if (typeof message !== 'string' || Number.isNaN(at)) return { unusable: 'The answer is not a list of commits.' };
    const status = STATUS.exec(message)?.[1];
    if (status) probes.push({ at, up: status !== 'down' });
  }
  return { probes: probes.sort((a, b) => a.at - b.at), commits: told.length };
}

interface Commit {
  readonly commit?: { readonly message?: unknown; readonly committer?: { readonly date?: unknown } };
}

/** Before the figures, which no name of a site has. */
const STATUS = / is (up|down|degraded|experiencing degraded performance) \(\d+ in \d+ ms\)/;
