import { contributionRows } from '@accord/api/performance/evaluation/contribution-rows.js';
import { Judge, type Judged } from '@accord/api/performance/evaluation/judge-period.js';
import { loadJudgeable } from '@accord/api/performance/evaluation/judgeable.js';
import { NEWEST, type NewestResult } from '@accord/api/performance/evaluation/newest-results.js';
import { TermsMaker } from '@accord/api/performance/evaluation/pinned-terms.js';
import { differs, judgedColumns } from '@accord/api/performance/evaluation/result-row.js';
import { judgedPeriods } from '@accord/api/performance/evaluation/terms-at.js';
import type { EntityManager } from 'typeorm';
import { rawLedger } from './raw-ledger.js';

/** A result as it stands, and as it comes out when everything is judged again from single measurements. */
export interface Recomputed {
  readonly id: string;
  readonly state: 'open' | 'frozen';
  readonly hasLateData: boolean;
  /** Whether it comes out differently. */
  readonly isLate: boolean;
  readonly stored: object;
  readonly expected: object;
}

const RANGE = { from: Date.UTC(2025, 11, 1), to: Date.UTC(2026, 4, 1) };

/** Every standing result of a service beside its recomputation. */
export async function recompute(manager: EntityManager, serviceId: string, at: Date): Promise<Recomputed[]> {
  const judge = new Judge(await rawLedger(manager, serviceId), { range: RANGE, ruled: new Map(), at });
  const rows: { id: string }[] = await manager.query('SELECT id FROM commitment WHERE service_id = $1', [serviceId]);
  const commitments = await loadJudgeable(
    manager,
    rows.map(({ id }) => id),
  );
  const terms = new TermsMaker();
  const results: Recomputed[] = [];
  for (const commitment of commitments) {
    const standing: (NewestResult & { state: 'open' | 'frozen' })[] = await manager.query(
      `${NEWEST} AND commitment_id = $1`,
      [commitment.id],
    );
    for (const { period, termsId } of judgedPeriods(commitment, at)) {
      const result = standing.find(({ fromAt }) => fromAt.getTime() === period.from)!;
      const judged = judge.judge({ commitment, period, pinned: terms.forPeriod(commitment, termsId, period) });
      results.push({
        id: result.id,
        state: result.state,
        hasLateData: result.hasLateData,
        isLate: differs(result, judged),
        stored: await storedFigures(manager, result.id),
        expected: expectedFigures(judged, at),
      });
    }
    if (standing.length !== judgedPeriods(commitment, at).length) throw new Error('A period was judged twice.');
  }
  return results;
}

/** What is compared: all that a result says, but for which measurements its sums are named after. */
interface Figures {
  columns: Record<string, unknown>;
  judgement: { explanation: readonly { rule: string; inputs: object; result: unknown }[] };
  outages: object[];
  sums: object;
}

async function storedFigures(manager: EntityManager, id: string): Promise<object> {
  const [row] = await manager.query('SELECT * FROM period_result WHERE id = $1', [id]);
  const contributions: ContributionRow[] = await manager.query(CONTRIBUTIONS, [id]);
  return figures({ columns: COMPARED.map((name) => row[name]), judgement: row.judgement }, contributions);
}

function expectedFigures(judged: Judged, at: Date): object {
  const columns = judgedColumns(judged, at) as unknown as Record<string, unknown>;
  const { judgement, ...compared } = Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [inSnakeCase(name), value]),
  );
  return figures({ columns: COMPARED.map((name) => compared[name]), judgement: judgement as never }, [
    ...contributionRows(judged),
  ]);
}

type ContributionRow = ReturnType<typeof contributionRows> extends Generator<infer Row> ? Row : never;

function figures(
  { columns, judgement }: { columns: unknown[]; judgement: Figures['judgement'] },
  contributions: readonly ContributionRow[],
) {
  const { explanation, ...drawn } = judgement;
  const counts = contributions.filter(({ kind }) => kind === 'count');
  const sum = (notCounted: string | null) =>
    counts
      .filter((count) => count.notCounted === notCounted)
      .reduce(
        ([measurements, good, total], count) => [
          measurements! + count.measurements!,
          good! + Number(count.good),
          total! + Number(count.total),
        ],
        [0, 0, 0],
      );
  return {
    columns: Object.fromEntries(COMPARED.map((name, i) => [name, printed(columns[i])])),
    drawn: JSON.parse(JSON.stringify(drawn)) as object,
    steps: explanation.map(
      ({ rule, inputs, result }) => JSON.parse(JSON.stringify({ rule, inputs, result })) as object,
    ),
    sums: { counted: sum(null), excluded: sum('excluded') },
    outages: contributions
      .filter(({ kind }) => kind !== 'count')
      .map(({ kind, evidenceId, fromAt, toAt, countedMs, notCounted }) => {
        return { kind, evidenceId, from: printed(fromAt), to: printed(toAt), countedMs, notCounted };
      })
      .sort((one, other) => `${one.from}`.localeCompare(`${other.from}`)),
  };
}

const printed = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString() : value === undefined ? null : value;

const inSnakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const COMPARED = [
  ...['terms_id', 'calendar_version_id', 'period', 'from_at', 'to_at', 'verdict', 'figure', 'ratio', 'numerator'],
  ...['denominator', 'margin', 'coverage', 'budget_unit', 'budget_total', 'budget_used', 'budget_left', 'data_as_of'],
];

const CONTRIBUTIONS = `
  SELECT kind, evidence_id AS "evidenceId", from_at AS "fromAt", to_at AS "toAt", counted_ms AS "countedMs",
    not_counted AS "notCounted", measurements, good, total
  FROM result_contribution WHERE result_id = $1`;
