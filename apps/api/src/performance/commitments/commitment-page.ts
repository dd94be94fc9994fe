import { Parameters } from '../../platform/database/parameters.js';
import { readCursor } from '../../platform/graphql/page.js';
import { closesCommitment, closesResult } from '../results/closing-right.js';
import { type ResultRow, type ResultShape, resultShape } from '../results/result-fields.js';
import type { CommitmentSort } from './commitment-filter.input.js';
import { type CommitmentQuestion, columnsQuery, filtersOf, foundCommitments } from './commitment-rows.js';
import { type HeldParts, heldPartsSql } from './held-parts.js';

/** A row of the heat table. */
export interface CommitmentRow {
  id: string;
  slug: string;
  name: string;
  serviceId: string;
  agreementId: string;
  /** What the list is sorted by, before name and id. */
  key: string;
  viewerCanClose: boolean;
  /** Newest revisions of the columns, oldest first; absent when nobody asks. */
  results?: ResultRow[];
  service?: { provider: object | null; owner: object | null } | null;
  agreement?: { provider: object | null } | null;
  terms?: object | null;
}

/** As the statement answers it. */
export interface CommitmentsPage {
  /** One more than asked for when there are more. */
  rows: (Omit<CommitmentRow, 'results'> & { results?: unknown[][] })[] | null;
  /** Ids of the month columns, oldest first. */
  periods: string[];
  /** By column; absent when nobody asks. */
  breaches?: number[];
  /** These three are absent when nobody asks for any of them. */
  totalCount?: number;
  standing?: { met: number; missed: number; atRisk: number; insufficientData: number };
  dataAsOf?: string | null;
}

export interface PageAsked {
  sort: CommitmentSort;
  size: number;
  after: string | null;
  /** Fields of the results; null = no results. */
  resultFields: readonly string[] | null;
  /** Whether something is said about everything found, which every one of it has to be looked at for. */
  totals: boolean;
  /** Whether the breaches of the columns are counted. */
  breaches: boolean;
  held: HeldParts;
}

/** The statement, and how a row of its page is read. */
export interface PageStatement {
  sql: string;
  values: unknown[];
  rowOf(row: NonNullable<CommitmentsPage['rows']>[number]): CommitmentRow;
}

/** What comes first, as an expression that is never null and its type. Worst first: nothing left before all left. */
const KEYS: Record<CommitmentSort, { sql: string; type: string }> = {
  budgetLeft: { sql: 'coalesce(newest.budget_left, 1e12)', type: 'numeric' },
  name: { sql: `''`, type: 'text COLLATE "und-x-icu"' },
  service: { sql: 's.name', type: 'text COLLATE "und-x-icu"' },
  provider: { sql: `coalesce(p.name, '')`, type: 'text COLLATE "und-x-icu"' },
};

/** The heat table in one statement: a page of commitments with their results, and what is said about all of them. */
export function pageStatement(question: CommitmentQuestion, asked: PageAsked): PageStatement {
  const parameters = new Parameters();
  const { sql: key, type } = KEYS[asked.sort];
  // Only where it is used: a statement may not have parameters that it does not name.
  let instant: string | undefined;
  const at = () => (instant ??= parameters.add(question.at));
  const closes = closesCommitment(question.viewer, parameters);
  const columns = columnsQuery(question, parameters);
  const found = foundCommitments(question, parameters, asked.totals || asked.sort === 'budgetLeft');
  const filters = Object.values(filtersOf(question, parameters)).map((filter) => ` AND ${filter}`);
  const parts = heldPartsSql(asked.held, question.viewer, at, parameters);
  const closesOne = () => closesResult(question.viewer, 'page.closes', parameters);
  const shape = asked.resultFields && resultShape(asked.resultFields, { closes: closesOne, at });
  const results = shape ? resultsOf(shape) : '';
  const order = (row: string) => `${row}key::${type}, ${row}name COLLATE "und-x-icu", ${row}id`;
  const sql = `
    WITH ${columns}, found AS (
      SELECT c.id, c.slug, c.name, c.service_id, c.agreement_id, ${key} AS key, ${closes} AS closes
        ${asked.totals ? ', newest.verdict, newest.data_as_of' : ''}
      FROM ${found}${filters.join('')}
    ), page AS (
      SELECT * FROM found WHERE ${behind(asked.after, type, parameters)} ORDER BY ${order('')} LIMIT ${parameters.add(asked.size + 1)}
    )
    SELECT (SELECT months FROM columns) AS periods,${asked.breaches ? BREACHES_BY_COLUMN : ''}
      (SELECT json_agg(json_build_object('id', page.id, 'slug', page.slug, 'name', page.name, 'serviceId', page.service_id,
        'agreementId', page.agreement_id, 'key', page.key::text, 'viewerCanClose', page.closes${results}${parts.pairs})
        ORDER BY ${order('page.')}) FROM page ${parts.joins}) AS rows
    ${asked.totals ? TOTALS : ''}`;
  return {
    sql,
    values: parameters.values,
    rowOf: (row) => ({ ...row, results: shape ? row.results?.map(shape.rowOf) : undefined }),
  };
}

const TOTALS = `, total.* FROM (
      SELECT count(*)::int AS "totalCount", max(data_as_of) AS "dataAsOf", json_build_object(
        'met', count(*) FILTER (WHERE verdict = 'met'), 'missed', count(*) FILTER (WHERE verdict = 'missed'),
        'atRisk', count(*) FILTER (WHERE verdict = 'atRisk'),
        'insufficientData', count(*) FILTER (WHERE verdict = 'insufficientData')) AS standing
      FROM found
    ) total`;

/** Breaches are few: they are looked up from, and what was found is looked up for them. */
const BREACHES_BY_COLUMN = `
      (SELECT json_agg(coalesce(missed.count, 0) ORDER BY column_.month)
        FROM unnest((SELECT months FROM columns)) AS column_(month)
        LEFT JOIN (
          SELECT least(to_char((r.to_at - interval '1 ms') AT TIME ZONE r.time_zone, 'YYYY-MM'), (SELECT months[cardinality(months)] FROM columns))
            AS month, count(*)::int
          FROM breach b JOIN period_result r ON r.id = b.result_id JOIN found ON found.id = r.commitment_id
          WHERE b.superseded_at IS NULL AND r.period = ANY((SELECT ids FROM columns)::text[]) GROUP BY 1
        ) missed ON missed.month = column_.month) AS breaches,`;

function resultsOf({ sql }: ResultShape): string {
  return `, 'results', (SELECT coalesce(json_agg(${sql} ORDER BY r.from_at), '[]') FROM period_result r
    WHERE r.commitment_id = page.id AND r.state <> 'superseded' AND r.period = ANY((SELECT ids FROM columns)::text[]))`;
}

/** @throws {DomainError} When the cursor is not one of ours. */
function behind(after: string | null, type: string, parameters: Parameters): string {
  if (!after) return 'true';
  const [key, name, id] = readCursor(after, [type === 'numeric' ? 'decimal' : 'text', 'text', 'uuid']);
  const place = `${parameters.add(key)}::${type}, ${parameters.add(name)}::text COLLATE "und-x-icu", ${parameters.add(id)}::uuid`;
  return `(key::${type}, name COLLATE "und-x-icu", id) > (${place})`;
}
