import { isFault, measurementOfJson, measurementsOfCells, type ToldByMachine } from '@accord/domain';
import type { RowReaders, Told } from './read-chunks.js';

export type ToldRow = Told<ToldByMachine>;

/** @param now Epoch milliseconds: nothing is measured later. */
export function measurementReaders(now: number): RowReaders<ToldByMachine> {
  return {
    ofJson: (text) => measurementOfJson(text, now),
    ofCells: (header) => {
      const read = measurementsOfCells(header);
      return isFault(read) ? read : (cells) => read(cells, now);
    },
  };
}
