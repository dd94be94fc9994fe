import type { ExplainedValue } from '../explained-step.js';

/** What a finding can be about: a noun's word, as the audit has it. */
export const FINDING_SUBJECTS = ['source', 'series', 'commitment', 'service'] as const;
export type FindingSubject = (typeof FINDING_SUBJECTS)[number];

/** Of a fact: how its text is read. An instant is ISO 8601 in UTC, ms a whole number. */
type FactUnit = 'instant' | 'ms' | 'percent' | 'count' | 'money' | 'text';

interface Kind {
  readonly subject: FindingSubject;
  /** What its sentence is made of, besides the name of the subject. */
  readonly facts: Readonly<Record<string, FactUnit>>;
}

/** What a rule finds in what was promised and measured, before or besides a breach. */
const KINDS = {
  /** Nothing came from a source for longer than it may be quiet. */
  silentSource: { subject: 'source', facts: { since: 'instant', limit: 'ms' } },
  /** A series with a rhythm missed some of it; of several gaps the facts name the last one. */
  gap: { subject: 'series', facts: { gaps: 'count', from: 'instant', to: 'instant', missing: 'ms' } },
  /** A commitment promises more than what it rests on carries. */
  overPromise: { subject: 'commitment', facts: { promised: 'text', carried: 'text', weakest: 'text' } },
  /** A commitment is the link to mend first under promises that say more than their parts carry. */
  weakestLink: { subject: 'commitment', facts: { promises: 'count', among: 'text' } },
  /** A commitment gets slowly worse, and is missed before long if it goes on like this. */
  drift: {
    subject: 'commitment',
    facts: {
      level: 'percent',
      target: 'percent',
      pace: 'text',
      about: 'text',
      between: 'text',
      weeks: 'text',
      chance: 'text',
    },
  },
  /** What a source brings comes later and later, and is later than it may be before long. */
  arrivalDrift: {
    subject: 'source',
    facts: { level: 'ms', limit: 'ms', about: 'text', between: 'text', weeks: 'text', chance: 'text' },
  },
  /** Deliveries of a service take longer and longer: how much of the promised time, in percent. */
  deliveryDrift: {
    subject: 'service',
    facts: { level: 'percent', pace: 'text', about: 'text', between: 'text', weeks: 'text', chance: 'text' },
  },
} as const satisfies Record<string, Kind>;

export type FindingKind = keyof typeof KINDS;

/** Kinds that are found in a value a week, which a finding of them keeps. */
export type DriftKind = 'drift' | 'arrivalDrift' | 'deliveryDrift';

export const FINDING_KINDS = Object.keys(KINDS) as FindingKind[];

/** What the words of a finding of the kind are made of, as text. */
export type FindingFacts<K extends FindingKind = FindingKind> = {
  readonly [Name in keyof (typeof KINDS)[K]['facts']]: string;
};

export function subjectOfFinding(kind: FindingKind): FindingSubject {
  return KINDS[kind].subject;
}

/** Facts as they are stored and shown: each with its unit, in the order of its kind. */
export function findingValues<K extends FindingKind>(kind: K, facts: FindingFacts<K>): ExplainedValue[] {
  return Object.entries(KINDS[kind].facts).map(([name, unit]) => ({
    name,
    value: facts[name as keyof FindingFacts<K>],
    unit,
  }));
}
