import { cellOf } from './cells.js';
import type { FileFormat } from './file-format.js';

/** Where the service of a row comes from: the same for all, or known by what stands in a column. */
export type ServiceOfRow =
  | { readonly id: string }
  | { readonly column: string; readonly idByCell: ReadonlyMap<string, string> };

/** The service of a row, or the cell that leads to none. */
export type FoundService = { readonly id: string } | { readonly column: string; readonly value: string };

/** @throws {DomainError} When the header lacks the column that names the service. */
export function serviceFinder(
  service: ServiceOfRow,
  header: readonly string[],
  format: FileFormat,
): (cells: readonly string[]) => FoundService {
  if ('id' in service) return () => service;
  const { column, idByCell } = service;
  const cell = cellOf(header, format, column);
  return (cells) => {
    const value = cell.text(cells) ?? '';
    const id = idByCell.get(value);
    return id === undefined ? { column, value } : { id };
  };
}
