import { everyPage, mapped, type Page } from './every-page.js';
import {
  amountIn,
  cellsOf,
  type Column,
  type FileView,
  filtersLine,
  listOf,
  textOf,
  unitOf,
  wordsOf,
} from './file-content.js';

const COMMITMENTS = `
  query ($filter: CommitmentFilter, $sort: CommitmentSort, $until: String, $first: Int, $after: String) {
    commitments(filter: $filter, sort: $sort, until: $until, first: $first, after: $after) {
      totalCount periods dataAsOf facets { name values { value label } } pageInfo { hasNextPage endCursor }
      edges { node {
        name service { name provider { name } owner { name } } agreement { kind timeZone provider { name } }
        terms { target comparator window }
        results { period figure verdict deemed state breached margin dataAsOf budget { unit total used left leftPercent } }
      } }
    }
  }`;

interface Result {
  period: string;
  figure: string | null;
  verdict: string;
  deemed: boolean;
  state: string;
  breached: boolean;
  margin: string | null;
  budget: { unit: string; total: string; used: string; left: string; leftPercent: string | null };
}

interface Commitment {
  name: string;
  service: { name: string; provider: { name: string } | null; owner: { name: string } | null };
  agreement: { kind: string; timeZone: string; provider: { name: string } | null };
  terms: { target: string; comparator: string; window: string };
  results: Result[];
}

interface Answer {
  commitments: Page<Commitment> & {
    periods: string[];
    dataAsOf: string | null;
    facets: { name: string; values: { value: string; label: string }[] }[];
  };
}

/** The heat table: a row a commitment, a figure and a verdict a month; a quarter stands in its last month shown. */
export const commitmentsFile: FileView = async (ask, query, at) => {
  const filter = {
    search: textOf(query.q),
    serviceIds: listOf(query.service),
    providerIds: listOf(query.provider),
    agreementKinds: listOf(query.kind),
    verdicts: listOf(query.verdict),
    indicatorKinds: listOf(query.indicator),
    archetypes: listOf(query.archetype),
  };
  const variables = { filter, sort: textOf(query.sort), until: textOf(query.until) };
  const { first, nodes } = await everyPage<Answer, Commitment>(ask, COMMITMENTS, variables, (one) => one.commitments);
  const { periods, dataAsOf, facets, totalCount } = first.commitments;
  const labels = new Map(facets.flatMap(({ values }) => values.map(({ value, label }) => [value, label])));
  const named = (ids: string[] | null) => ids?.map((id) => labels.get(id) ?? wordsOf(id)) ?? null;
  const columns = columnsOf(periods);
  return {
    title: 'Commitments',
    name: `commitments-${periods.at(-1)}`,
    head: [
      ['View', 'Commitments'],
      ['Months', `${periods[0]} to ${periods.at(-1)}`],
      filtersLine({
        Search: filter.search,
        Service: named(filter.serviceIds),
        Provider: named(filter.providerIds),
        Agreement: named(filter.agreementKinds),
        Verdict: named(filter.verdicts),
        'Measured by': named(filter.indicatorKinds),
        Archetype: named(filter.archetypes),
      }),
      ['Periods in', 'The zone of each commitment'],
      ['Generated at', at.toISOString()],
      ['Data as of', dataAsOf && new Date(dataAsOf).toISOString()],
    ],
    columns: columns.map(({ name }) => name),
    count: totalCount,
    rows: mapped(nodes, (node) => cellsOf(columns, node)),
  };
};

function columnsOf(periods: readonly string[]): Column<Commitment>[] {
  const newest = ({ results }: Commitment) => results.at(-1);
  const inMonth = ({ results }: Commitment, month: string) =>
    results.find(({ period }) => (period.includes('Q') ? lastShown(period, periods) === month : period === month));
  return [
    { name: 'Service', value: ({ service }) => service.name },
    { name: 'Commitment', value: ({ name }) => name },
    { name: 'Agreement', value: ({ agreement }) => agreement.kind },
    { name: 'Provider', value: ({ agreement, service }) => (agreement.provider ?? service.provider)?.name },
    { name: 'Owner', value: ({ service }) => service.owner?.name },
    { name: 'Time zone', value: ({ agreement }) => agreement.timeZone },
    { name: 'Window', value: ({ terms }) => wordsOf(terms.window) },
    { name: 'Comparison', value: ({ terms }) => wordsOf(terms.comparator) },
    { name: 'Target %', value: ({ terms }) => terms.target, isNumber: true },
    { name: 'Margin (percentage points)', value: (node) => newest(node)?.margin, isNumber: true },
    { name: 'Budget left %', value: (node) => newest(node)?.budget.leftPercent, isNumber: true },
    { name: 'Budget left', value: (node) => leftOf(newest(node)?.budget), isNumber: true },
    { name: 'Budget unit', value: (node) => unitOfBudget(newest(node)?.budget) },
    { name: 'Breaches', value: ({ results }) => results.filter(({ breached }) => breached).length, isNumber: true },
    ...periods.flatMap((month): Column<Commitment>[] => [
      { name: `${month} %`, value: (node) => inMonth(node, month)?.figure, isNumber: true },
      { name: `${month} verdict`, value: (node) => verdictOf(inMonth(node, month)) },
    ]),
  ];
}

const leftOf = (budget?: Result['budget']) => budget && amountIn(budget.unit, budget.left);

const unitOfBudget = (budget?: Result['budget']) => budget && unitOf(budget.unit);

function verdictOf(result: Result | undefined): string | null {
  if (!result) return null;
  const words = result.deemed ? 'Deemed missed' : wordsOf(result.verdict);
  return result.state === 'OPEN' ? `${words} (still open)` : words;
}

/** The last month of a quarter among those shown. */
function lastShown(quarter: string, months: readonly string[]): string | undefined {
  const [year, nth] = [quarter.slice(0, 4), Number(quarter.slice(6))];
  return months.findLast((month) => month.startsWith(year) && Math.ceil(Number(month.slice(5)) / 3) === nth);
}
