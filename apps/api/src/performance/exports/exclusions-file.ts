import { everyPage, mapped, type Page } from './every-page.js';
import { cellsOf, filtersLine, textOf, wordsOf, type Column, type FileView } from './file-content.js';

const EXCLUSIONS = `
  query ($state: ProposalState, $first: Int, $after: String) {
    exclusions(state: $state, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node {
        from to reason evidence state proposedAt decidedAt decisionReason figureBefore figureAfter
        proposedBy { name } decidedBy { name }
        commitment { name service { name } agreement { kind timeZone } }
      } }
    }
  }`;

interface Exclusion {
  from: string;
  to: string;
  reason: string;
  evidence: string | null;
  state: string;
  proposedAt: string;
  decidedAt: string | null;
  decisionReason: string | null;
  figureBefore: string | null;
  figureAfter: string | null;
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
  { name: 'Reason', value: ({ reason }) => reason },
  { name: 'Evidence', value: ({ evidence }) => evidence },
  { name: 'State', value: ({ state }) => wordsOf(state) },
  { name: 'Proposed by', value: ({ proposedBy }) => proposedBy.name },
  { name: 'Proposed at', value: ({ proposedAt }) => new Date(proposedAt).toISOString() },
  { name: 'Decided by', value: ({ decidedBy }) => decidedBy?.name },
  { name: 'Decided at', value: ({ decidedAt }) => decidedAt && new Date(decidedAt).toISOString() },
  { name: 'Decision', value: ({ decisionReason }) => decisionReason },
  { name: 'Figure before %', value: ({ figureBefore }) => figureBefore, isNumber: true },
  { name: 'Figure after %', value: ({ figureAfter }) => figureAfter, isNumber: true },
];
