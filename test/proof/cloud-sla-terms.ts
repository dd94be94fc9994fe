import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PublishedEntry } from '@accord/domain';
import { accord } from './accord-command.js';
import { ADA, type EmptyAccord, onEmptyAccord } from './empty-accord.js';
import { type Proof, proofOf } from './proof.js';

/** Terms whose credit is in proportion, or whose targets count business days: the only ones that may be left out. */
const NOT_YET_HELD = /^do-(droplet$|marketplace-)/;

const WORKED_EXAMPLE = 'atlassian-premium';

const AGREEMENTS = /* GraphQL */ `
  query ($after: String) {
    agreements(first: 200, after: $after) {
      edges {
        node {
          slug
          current {
            id
          }
          versions {
            id
            state
          }
          commitments {
            id
            service {
              id
            }
            terms {
              target
              comparator
              credit {
                tiers {
                  gte
                  lt
                  percent
                }
              }
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

const RESULT = /* GraphQL */ `
  query ($service: String!) {
    commitment(service: $service, slug: "uptime") {
      result(period: "2026-04") {
        verdict
        figure
        denominator
        breach {
          credit {
            percent
          }
        }
      }
    }
  }
`;

interface Held {
  slug: string;
  current: object | null;
  versions: { id: string; state: string }[];
  commitments: {
    id: string;
    service: { id: string };
    terms: { target: string; comparator: string; credit: Credit | null };
  }[];
}

interface Page {
  edges: { node: Held }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface Credit {
  tiers: { gte: string | null; lt: string | null; percent: string }[];
}

/** Published service levels become agreements that read back as they were published, and one of them is judged. */
export function cloudSlaTerms(database: string, file: string): Promise<Proof[]> {
  return onEmptyAccord(database, async (empty) => {
    const collection: { entries: PublishedEntry[] } = JSON.parse(await readFile(file, 'utf8'));
    const entries = collection.entries.filter(({ id, status }) => status === 'confirmed' || id === WORKED_EXAMPLE);
    await importAll(database, { ...collection, entries });
    await approveAll(empty);

    const held = new Map((await agreements(empty)).map((agreement) => [agreement.slug, agreement]));
    const owed = entries.filter(({ id }) => !NOT_YET_HELD.test(id));
    const equal = owed.filter((entry) => readsBackEqual(entry, held.get(entry.id)));
    const example = await workedExampleHolds(empty, held.get(WORKED_EXAMPLE)!);
    return [proofOf('cloud-sla-terms', equal.length + Number(example), owed.length + 1, { of: 52, ratio: 1 })];
  });
}

async function importAll(database: string, collection: object): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-proof-'));
  try {
    const path = join(folder, 'terms.json');
    await writeFile(path, JSON.stringify(collection));
    await accord(database, 'import', 'agreements', path, '--as', ADA);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What one person brought in, another one puts into force. */
async function approveAll(empty: EmptyAccord): Promise<void> {
  const versions = (await agreements(empty)).flatMap((agreement) => agreement.versions);
  for (const { id } of versions.filter(({ state }) => state === 'PROPOSED')) {
    await empty.ben.act('approveAgreementVersion', { id });
  }
}

async function agreements({ ada }: EmptyAccord): Promise<Held[]> {
  const all: Held[] = [];
  for (let after: string | null = null; ;) {
    const { edges, pageInfo }: Page = (await ada.ask(AGREEMENTS, { after })).agreements;
    all.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return all;
    after = pageInfo.endCursor;
  }
}

function readsBackEqual({ target, credit_tiers }: PublishedEntry, held: Held | undefined): boolean {
  const [commitment, ...more] = held?.commitments ?? [];
  if (!held?.current || !commitment || more.length > 0) return false;
  const { terms } = commitment;
  const tiers = terms.credit?.tiers ?? [];
  return (
    terms.comparator === 'AT_LEAST' &&
    Number(terms.target) === target &&
    tiers.length === credit_tiers.length &&
    credit_tiers.every(({ gte, lt, credit_pct }, i) => {
      const tier = tiers[i]!;
      return numberOf(tier.gte) === gte && numberOf(tier.lt) === lt && Number(tier.percent) === credit_pct;
    })
  );
}

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));

/** April 2026 has 43,200 minutes: 60 of them down are 99.86 %, which pays 10 %. */
async function workedExampleHolds({ ada }: EmptyAccord, { commitments: [commitment] }: Held): Promise<boolean> {
  await ada.change('recordOutage', 'RecordOutageInput', {
    serviceId: commitment!.service.id,
    from: '2026-04-10T10:00:00.000Z',
    to: '2026-04-10T11:00:00.000Z',
    cause: 'The worked example of the contract.',
  });
  const close = 'mutation ($ids: [ID!]) { closePeriod(period: "2026-04", commitmentIds: $ids) { errors { message } } }';
  const { closePeriod } = await ada.ask(close, { ids: [commitment!.id] });
  if (closePeriod.errors.length > 0) throw new Error(closePeriod.errors[0].message);
  const { result } = (await ada.ask(RESULT, { service: WORKED_EXAMPLE })).commitment;
  const { verdict, figure, denominator, breach } = result;
  return (
    verdict === 'MISSED' &&
    figure === '99.86' &&
    denominator === String(43_200 * 60_000) &&
    breach?.credit?.percent === '10'
  );
}
