import { DomainError, type UsageRow, usageOfCells, usageOfJson } from '@accord/domain';
import { nameOfSource } from '../../performance/imports/source-slug.js';
import type { RowReaders } from '../../performance/ingestion/read-chunks.js';
import type { MeasuredUse } from './usage-records.js';

export const USAGE_READERS: RowReaders<UsageRow> = { ofJson: usageOfJson, ofCells: usageOfCells };

export function useOf({ subscription, unit, day, quantity, id, corrects }: UsageRow): MeasuredUse {
  return { subscriptionId: subscription, unitName: unit, day, quantity, externalId: id, corrects };
}

const LONGEST = 120;

/** @throws {DomainError} When it names nothing. */
export function sourceOfUsage(text: string): string {
  const source = text.trim();
  if (source === '' || source.length > LONGEST)
    throw new DomainError('INVALID', 'Say where the figures come from.', ['source']);
  return nameOfSource(source, 'source');
}
