import { DomainError, type LocalDay, type PublishedEntry } from '@accord/domain';
import { z } from 'zod';

/** A collection of published terms. Its entries are looked at one by one, so that a bad one spoils no other. */
export interface PublishedFile {
  /** First day of the year in which the terms were gathered: from then on they are known to hold. */
  effectiveFrom: LocalDay;
  entries: readonly unknown[];
}

const File = z.object({ compiled: z.string().regex(/^\d{4}/), entries: z.array(z.unknown()).min(1) });

const words = z.string().trim().min(1);

const Entry = z.object({
  id: words.max(80).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  provider: words.max(200),
  service: words.max(150),
  indicator: words.max(200),
  indicator_definition: words.nullable(),
  unit: words,
  window: words,
  target: z.number(),
  comparator: words,
  credit_tiers: z.array(
    z.looseObject({
      gte: z.number().nullable().optional(),
      lt: z.number().nullable().optional(),
      credit_pct: z.number().optional(),
    }),
  ),
  credit_base: words.nullable(),
  credit_cap: words.nullable(),
  credit_minimum: z.object({ amount: words, currency: words, note: words.nullish() }).optional(),
  claim: z.object({ deadline: words, how: words, status: words }).nullable(),
  exclusions: z.array(words).nullable(),
  status: words,
  source: z.object({ type: words, ref: words }),
  notes: words.nullable(),
});

/** @throws {DomainError} When the text is no collection of published terms. */
export function readPublishedFile(text: string): PublishedFile {
  const read = File.safeParse(jsonOf(text));
  if (!read.success) {
    throw new DomainError('UNFIT_FILE', `This is no collection of published terms: ${reasonsOf(read.error)}.`);
  }
  return { effectiveFrom: `${read.data.compiled.slice(0, 4)}-01-01`, entries: read.data.entries };
}

/** @throws {DomainError} When the entry lacks what terms need. */
export function readPublishedEntry(entry: unknown): PublishedEntry {
  const read = Entry.safeParse(entry);
  if (read.success) return read.data;
  throw new DomainError(
    'MALFORMED',
    `The entry is not readable: ${reasonsOf(read.error)}.`,
    read.error.issues[0]!.path.map(String),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError(
      'UNFIT_FILE',
      'This file is neither JSON of published terms nor OpenSLO, whose documents begin with apiVersion: openslo/v1.',
    );
  }
}

const reasonsOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`).join('; ');
