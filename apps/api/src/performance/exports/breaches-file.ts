import { assertPeriodId } from '@accord/domain';
import { everyPage, mapped, type Page } from './every-page.js';
import { amountIn, cellsOf, filtersLine, textOf, unitOf, wordsOf, type Column, type FileView } from './file-content.js';

const BREACHES = `
  query ($period: String, $providerId: ID, $first: Int, $after: String) {
    breaches(period: $period, providerId: $providerId, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node {
        at supersededAt newerRevision { reason }
        result {
          period timeZone figure deemed target revision terms { comparator } budget { unit total used left }
          commitment { name service { name provider { name } } agreement { kind provider { name } } }
        }
        credit { percent charge { amount currency } amount { amount currency } owed { amount } state claim { state turn lastDay } }
      } }
    }
  }`;

interface Money {
  amount: string;
  currency: string;
}

interface Breach {
  at: string;
  supersededAt: string | null;
  newerRevision: { reason: string | null } | null;
  result: {
    period: string;
    timeZone: string;
    figure: string | null;
    deemed: boolean;
    target: string;
    revision: number;
    terms: { comparator: string };
    budget: { unit: string; total: string; used: string; left: string };
    commitment: {
      name: string;
      service: { name: string; provider: { name: string } | null };
      agreement: { kind: string; provider: { name: string } | null };
    };
  };
  credit: {
    percent: string;
    charge: Money | null;
    amount: Money | null;
    owed: { amount: string } | null;
    state: string;
    claim: { state: string; turn: string; lastDay: string | null } | null;
  } | null;
}

/** Every breach with what is owed for it, newest first. */
export const breachesFile: FileView = async (ask, query, at) => {
  const variables = { period: textOf(query.period), providerId: textOf(query.provider) };
  if (variables.period !== null) assertPeriodId(variables.period);
  type Answer = { breaches: Page<Breach> };
  const { first, nodes } = await everyPage<Answer, Breach>(ask, BREACHES, variables, ({ breaches }) => breaches);
  return {
    title: 'Breaches and credits',
    name: ['breaches', variables.period].filter(Boolean).join('-'),
    head: [
      ['View', 'Breaches and credits'],
      filtersLine({ Period: variables.period, Provider: variables.providerId && providerOf(first.breaches) }),
      ['Periods in', 'The zone of each commitment'],
      ['Generated at', at.toISOString()],
      ['Data as of', at.toISOString()],
    ],
    columns: COLUMNS.map(({ name }) => name),
    count: first.breaches.totalCount,
    rows: mapped(nodes, (node) => cellsOf(COLUMNS, node)),
  };
};

/** All are of the provider that was chosen; where there is none, nobody has to know whose they are not. */
function providerOf({ edges: [edge] }: Page<Breach>): string {
  const name = edge && COLUMNS.find((column) => column.name === 'Provider')!.value(edge.node);
  return String(name ?? 'one without a breach');
}

const COLUMNS: readonly Column<Breach>[] = [
  { name: 'Service', value: ({ result }) => result.commitment.service.name },
  { name: 'Commitment', value: ({ result }) => result.commitment.name },
  { name: 'Agreement', value: ({ result }) => result.commitment.agreement.kind },
  {
    name: 'Provider',
    value: ({ result: { commitment } }) => (commitment.agreement.provider ?? commitment.service.provider)?.name,
  },
  { name: 'Period', value: ({ result }) => result.period },
  { name: 'Time zone', value: ({ result }) => result.timeZone },
  { name: 'Revision', value: ({ result }) => result.revision, isNumber: true },
  { name: 'Comparison', value: ({ result }) => wordsOf(result.terms.comparator) },
  { name: 'Target %', value: ({ result }) => result.target, isNumber: true },
  { name: 'Figure %', value: ({ result }) => result.figure, isNumber: true },
  { name: 'Deemed missed', value: ({ result }) => result.deemed },
  { name: 'Budget', value: ({ result: { budget } }) => amountIn(budget.unit, budget.total), isNumber: true },
  { name: 'Used', value: ({ result: { budget } }) => amountIn(budget.unit, budget.used), isNumber: true },
  { name: 'Unit', value: ({ result: { budget } }) => unitOf(budget.unit) },
  { name: 'Breached at', value: ({ at }) => new Date(at).toISOString() },
  { name: 'Superseded at', value: ({ supersededAt }) => supersededAt && new Date(supersededAt).toISOString() },
  { name: 'Why superseded', value: ({ newerRevision }) => newerRevision?.reason },
  { name: 'Credit %', value: ({ credit }) => credit?.percent, isNumber: true },
  { name: 'Charge', value: ({ credit }) => credit?.charge?.amount, isNumber: true },
  { name: 'Credit alone', value: ({ credit }) => credit?.amount?.amount, isNumber: true },
  { name: 'Owed in the claim', value: ({ credit }) => credit?.owed?.amount, isNumber: true },
  { name: 'Currency', value: ({ credit }) => (credit?.amount ?? credit?.charge)?.currency },
  { name: 'State of the credit', value: ({ credit }) => credit && wordsOf(credit.state) },
  { name: 'State of the claim', value: ({ credit }) => credit?.claim && wordsOf(credit.claim.state) },
  { name: 'Next on the claim', value: ({ credit }) => credit?.claim && wordsOf(credit.claim.turn) },
  { name: 'Claim by', value: ({ credit }) => credit?.claim?.lastDay },
];
