import type { CountProfile, ProbeProfile, TicketProfile, TicketState } from '@accord/domain';

type Column = string | undefined;

export type TicketDraft = Pick<TicketProfile, 'kind' | 'format' | 'time' | 'holder'> & {
  identity: { number?: Column; sequence?: Column; observedAt?: Column };
  clock: { openedAt?: Column; firstResponseAt?: Column; resolvedAt?: Column; closedAt?: Column };
  state: { column?: Column; values: Record<string, TicketState>; otherwise: TicketState | 'refuse' };
  pause?: { column?: Column; reasons: string[] };
  priority:
    | { column?: Column; values: Record<string, number> }
    | { impact?: Column; urgency?: Column; matrix: Record<string, Record<string, number>> };
  service?: ServiceDraft;
  author?: { column?: Column; automatic: string[] };
};

export type ProbeDraft = Pick<ProbeProfile, 'kind' | 'format' | 'time'> & {
  observedAt?: Column;
  status: { column?: Column; up: string[]; down: string[] };
  service?: ServiceDraft;
};

export type CountDraft = Pick<CountProfile, 'kind' | 'format' | 'time' | 'to'> & {
  from?: Column;
  series: { column: string } | { name: string };
  good?: Column;
  total?: Column;
  service?: ServiceDraft;
};

export type ServiceDraft = { column?: Column; values?: Record<string, string> };

/** A profile of which a part may still be open. */
export type Draft = TicketDraft | ProbeDraft | CountDraft;

/** What a person has to say yet, as keys of `performance.mapping.field`; without it the rows cannot be understood. */
export function lackingParts(draft: Draft): string[] {
  const asked: Record<string, unknown> =
    draft.kind === 'tickets'
      ? {
          number: draft.identity.number,
          observedAt: draft.identity.observedAt,
          openedAt: draft.clock.openedAt,
          state: draft.state.column,
          ...('matrix' in draft.priority
            ? { impact: draft.priority.impact, urgency: draft.priority.urgency }
            : { priorityColumn: draft.priority.column }),
        }
      : draft.kind === 'probes'
        ? { at: draft.observedAt, status: draft.status.column, up: draft.status.up[0], down: draft.status.down[0] }
        : {
            from: draft.from,
            to: draft.to,
            series: 'column' in draft.series ? draft.series.column : draft.series.name.trim(),
            good: draft.good,
            total: draft.total,
          };
  return Object.keys(asked).filter((part) => !asked[part]);
}

/** The profile as the server takes it: without parts that were begun and left open. */
export function definitionOf(draft: Draft): string {
  const { service, ...own } = draft;
  const whole: Partial<TicketDraft> | Omit<Draft, 'service'> = { ...own, ...(service?.column && { service }) };
  if (draft.kind === 'tickets') {
    const { pause, author, holder } = draft;
    return JSON.stringify({
      ...whole,
      holder: holder || undefined,
      pause: pause?.column && pause.reasons.length > 0 ? pause : undefined,
      author: author?.column && author.automatic.length > 0 ? author : undefined,
    });
  }
  return JSON.stringify(whole);
}

/** `values` with one of them meaning something else, or nothing. */
export function withMeaning<Meaning>(
  values: Record<string, Meaning>,
  value: string,
  meaning: Meaning | null,
): Record<string, Meaning> {
  const { [value]: _, ...others } = values;
  return meaning === null ? others : { ...others, [value]: meaning };
}
