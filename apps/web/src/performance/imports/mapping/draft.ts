import type {
  AnswerProfile,
  CountProfile,
  OutageProfile,
  ProbeProfile,
  TicketProfile,
  TicketState,
  ValueProfile,
} from '@accord/domain';

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

export type CountDraft = Pick<CountProfile, 'kind' | 'format' | 'time' | 'to' | 'decimalMark'> & {
  from?: Column;
  series: { column: string } | { name: string };
  good?: Column;
  total?: Column;
  service?: ServiceDraft;
};

export type ValueDraft = Pick<ValueProfile, 'kind' | 'format' | 'time' | 'to' | 'decimalMark'> & {
  from?: Column;
  series: { column: string } | { name: string };
  values?: Column;
  unit: { column: string } | { name: string };
  service?: ServiceDraft;
};

export type OutageDraft = Pick<OutageProfile, 'kind' | 'format' | 'time' | 'number' | 'cause'> & {
  from?: Column;
  to?: Column;
  service?: ServiceDraft;
};

export type AnswerDraft = Pick<AnswerProfile, 'kind' | 'format' | 'time' | 'series' | 'scale'> & {
  answer?: Column;
  observedAt?: Column;
  score?: Column;
  service?: ServiceDraft;
};

export type ServiceDraft = { column?: Column; values?: Record<string, string> };

/** A profile of which a part may still be open. */
export type Draft = TicketDraft | ProbeDraft | CountDraft | ValueDraft | OutageDraft | AnswerDraft;

/** What a person has to say yet, as keys of `mapping.field`; without it the rows cannot be understood. */
export function lackingParts(draft: Draft): string[] {
  const asked = askedOf(draft);
  return Object.keys(asked).filter((part) => !asked[part]);
}

function askedOf(draft: Draft): Record<string, unknown> {
  switch (draft.kind) {
    case 'tickets': {
      const { identity, clock, state, priority } = draft;
      const urgent =
        'matrix' in priority
          ? { impact: priority.impact, urgency: priority.urgency }
          : { priorityColumn: priority.column };
      const { number, observedAt } = identity;
      return { number, observedAt, openedAt: clock.openedAt, state: state.column, ...urgent };
    }
    case 'probes': {
      const { column: status, up, down } = draft.status;
      return { at: draft.observedAt, status, up: up[0], down: down[0] };
    }
    case 'counts':
      return { ...intervalOf(draft), good: draft.good, total: draft.total };
    case 'values':
      return { ...intervalOf(draft), values: draft.values, unit: said(draft.unit) };
    case 'outages':
      return { from: draft.from, to: draft.to };
    case 'answers': {
      const { answer, observedAt: at, score, scale, series } = draft;
      return {
        answer,
        at,
        score,
        scale: scale.lowest < scale.highest,
        survey: said(series),
      };
    }
  }
}

function intervalOf({ from, to, series }: CountDraft | ValueDraft) {
  return { from, to: typeof to === 'string' ? to : to.minutes, series: said(series) };
}

const said = (named: { column: string } | { name: string }): string =>
  'column' in named ? named.column : named.name.trim();

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
