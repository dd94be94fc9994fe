import type { ContributionFragment, EvidenceKind } from '../../generated/graphql';
import { codeWord } from '../../i18n/code-word';
import { i18next } from '../../i18n/i18n';
import type { Column } from '../../ui/data-table-types';
import { formatDuration } from '../../ui/format-duration';
import { formatNumber } from '../../ui/format-number';
import { Instant } from '../../ui/instant';
import { ToneBadge, type Tone } from '../../ui/tone-badge';
import { EvidenceLink, type EvidenceContext } from '../evidence-link';

type Row = ContributionFragment;
const tones: Record<string, Tone> = {
  down: 'bad',
  bad: 'bad',
  missed: 'bad',
  met: 'good',
  good: 'good',
  running: 'accent',
};
const WHAT: Partial<Record<EvidenceKind, string>> = { TICKET: 'ticket', COUNT: 'series', ANSWERS: 'survey' };
const word = (key: string) => i18next.t(`performance.contribution.${key}` as never) as string;

/** The columns that fit what is behind the figure: minutes of outages, due dates of tickets, sums of counts. */
export function contributionColumns(rows: Row[], zone: string, context: EvidenceContext): Column<Row>[] {
  const kind = rows[0]?.evidence.kind;
  const at = (instant: string | null | undefined) => (instant ? <Instant at={instant} zone={zone} /> : '–');
  const what: Column<Row> = {
    id: 'what',
    header: word(kind === undefined ? 'outage' : (WHAT[kind] ?? 'outage')),
    primary: true,
    cell: ({ evidence }) => <EvidenceLink evidence={evidence} context={context} />,
  };
  const from: Column<Row> = { id: 'from', header: word('from'), cell: (row) => at(row.from) };
  const verdict: Column<Row> = {
    id: 'verdict',
    header: word('verdict'),
    cell: (row) => (
      <ToneBadge tone={tones[row.verdict]}>
        {row.notCounted && row.verdict !== 'running'
          ? codeWord('performance.contribution.notCounted', row.notCounted)
          : codeWord('performance.contribution.verdicts', row.verdict)}
      </ToneBadge>
    ),
  };
  const counted = (header: string): Column<Row> => ({
    id: 'counted',
    header: word(header),
    align: 'end',
    cell: ({ countedMs }) => (countedMs == null ? '–' : formatDuration(countedMs, { days: false })),
  });

  if (kind === 'TICKET') {
    return [
      what,
      { id: 'priority', header: word('priority'), align: 'end', cell: ({ priority }) => priority ?? '–' },
      { ...from, header: word('opened') },
      { id: 'due', header: word('due'), cell: ({ dueAt }) => at(dueAt) },
      { id: 'stopped', header: word('stopped'), cell: ({ to }) => (to ? at(to) : word('running')) },
      counted('clockTime'),
      verdict,
    ];
  }
  const to: Column<Row> = { id: 'to', header: word('to'), cell: (row) => (row.to ? at(row.to) : word('lasts')) };
  if (kind === 'COUNT' || kind === 'ANSWERS') {
    const number = (value: string | null | undefined) => (value == null ? '–' : formatNumber(value));
    return [
      what,
      from,
      to,
      {
        id: 'good',
        header: word(kind === 'COUNT' ? 'good' : 'satisfied'),
        align: 'end',
        cell: ({ good }) => number(good),
      },
      {
        id: 'total',
        header: word(kind === 'COUNT' ? 'total' : 'answers'),
        align: 'end',
        cell: ({ total }) => number(total),
      },
      verdict,
    ];
  }
  return [what, from, to, counted('countedTime'), verdict];
}
