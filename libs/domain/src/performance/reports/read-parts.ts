import { z } from 'zod';
import { DomainError } from '../../domain-error.js';
import { parseWith } from '../../parse-with.js';
import type { UnreadPart } from './outage-report.js';

/** What may be read of a part that is not as it should be, so that people know which it was. */
const Recognized = z.looseObject({
  id: z.string().min(1).max(100).optional().catch(undefined),
  fingerprint: z.string().min(1).max(100).optional().catch(undefined),
  labels: z
    .looseObject({ accord_service: z.string().max(100).optional() })
    .optional()
    .catch(undefined),
});

/** Each part by itself: one that is not as the schema says takes none of the others with it. */
export function readParts<Part>(
  schema: z.ZodType<Part>,
  name: string,
  parts: readonly unknown[],
): { read: Part[]; unread: UnreadPart[] } {
  const [read, unread]: [Part[], UnreadPart[]] = [[], []];
  for (const [i, part] of parts.entries()) {
    const place = `${name}.${i}`;
    try {
      read.push(parseWith(schema, part, [name, String(i)], 'UNFIT_MESSAGE'));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const known = Recognized.safeParse(part).data;
      const id = known?.fingerprint ?? known?.id ?? place;
      unread.push({ id, place, service: known?.labels?.accord_service ?? null, reason: error.message });
    }
  }
  return { read, unread };
}
