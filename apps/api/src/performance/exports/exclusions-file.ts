import { everyPage, mapped, type Page } from './every-page.js';
import { cellsOf, filtersLine, textOf, wordsOf, type Column, type FileView } from './file-content.js';

const EXCLUSIONS = `
  query ($state: ProposalState, $first: Int, $after: String) {
    exclusions(state: $state, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node {
        from to category reason evidence { label } state proposedAt decidedAt decisionReason
        effects { period restates before { figure verdict } after { figure verdict } }
        proposedBy { name } decidedBy { name }
        commitment { name service { name } agreement { kind timeZone } }
      } }
    }
  }`;

interface Outcome {
  figure: string | null;
  verdict: string;
}

interface Effect {
  period: string;
  restates: boolean;
  before: Outcome;
  after: Outcome;
}

interface Exclusion {
  from: string;
  to: string;
  category: string;
  reason: string;
  evidence: { label: string }[];
  state: string;
  proposedAt: string;
  decidedAt: string | null;
  decisionReason: string | null;
  effects: Effect[];
  proposedBy: { name: string };
  decidedBy: { name: string } | null;
  commitment: { name: string; service: { name: string }; agreement: { kind: string; timeZone: string } };
}

/** Every exclusion with its effect and who decided, newest first. */
export const exclusionsFile: FileView = async (ask, query, at) => {
  const variables = { state: textOf(query.state) };
  type Answer = { exclusions: Page<Exclusion> };
  const { first, nodes } = await everyPage<Answer, Exclusion>(ask, EXCLUSIONS, variables, (one) => one.exclusions);
  return {
    title: 'Exclusions',
    name: ['exclusions', variables.state?.toLowerCase()].filter(Boolean).join('-'),
    head: [
      ['View', 'Exclusions'],
      filtersLine({ State: variables.state && wordsOf(variables.state) }),
      ['Periods in', 'The zone of each commitment'],
      ['Generated at', at.toISOString()],
      ['Data as of', at.toISOString()],
    ],
    columns: COLUMNS.map(({ name }) => name),
    count: first.exclusions.totalCount,
    rows: mapped(nodes, (node) => cellsOf(COLUMNS, node)),
  };
};

const COLUMNS: readonly Column<Exclusion>[] = [
  { name: 'Service', value: ({ commitment }) => commitment.service.name },
  { name: 'Commitment', value: ({ commitment }) => commitment.name },
  { name: 'Agreement', value: ({ commitment }) => commitment.agreement.kind },
  { name: 'Time zone', value: ({ commitment }) => commitment.agreement.timeZone },
  { name: 'From', value: ({ from }) => new Date(from).toISOString() },
  { name: 'To', value: ({ to }) => new Date(to).toISOString() },
  { name: 'Category', value: ({ category }) => wordsOf(category) },
  { name: 'Reason', value: ({ reason }) => reason },
  { name: 'Evidence', value: ({ evidence }) => evidence.map(({ label }) => label).join('; ') || null },
  { name: 'State', value: ({ state }) => wordsOf(state) },
  { name: 'Proposed by', value: ({ proposedBy }) => proposedBy.name },
  { name: 'Proposed at', value: ({ proposedAt }) => new Date(proposedAt).toISOString() },
  { name: 'Decided by', value: ({ decidedBy }) => decidedBy?.name },
  { name: 'Decided at', value: ({ decidedAt }) => decidedAt && new Date(decidedAt).toISOString() },
  { name: 'Decision', value: ({ decisionReason }) => decisionReason },
  { name: 'Period', value: ({ effects: [first] }) => first?.period },
  { name: 'Figure before %', value: ({ effects: [first] }) => first?.before.figure, isNumber: true },
  { name: 'Figure after %', value: ({ effects: [first] }) => first?.after.figure, isNumber: true },
  { name: 'Verdict before', value: ({ effects: [first] }) => first && wordsOf(first.before.verdict) },
  { name: 'Verdict after', value: ({ effects: [first] }) => first && wordsOf(first.after.verdict) },
  { name: 'Further periods', value: ({ effects: [, ...others] }) => others.map(inWords).join('; ') || null },
];

const inWords = ({ period, before, after }: Effect): string =>
  `${period}: ${before.figure ?? 'no data'} → ${after.figure ?? 'no data'}`;
