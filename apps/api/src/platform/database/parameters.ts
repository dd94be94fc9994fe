import { isUUID } from 'class-validator';

/** Collects the values of a statement that is put together from parts. */
export class Parameters {
  readonly values: unknown[] = [];

  /** @returns The placeholder that stands for the value. */
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  /** @returns The condition that a column holds the id; nothing does when it is none. */
  is(column: string, id: string): string {
    return isUUID(id) ? `${column} = ${this.add(id)}::uuid` : 'false';
  }

  /** @returns The condition that a column holds one of the ids; what is no id, such as of an old link, stands for nothing. */
  among(column: string, ids: readonly string[]): string {
    return `${column} = ANY(${this.add(ids.filter((id) => isUUID(id)))}::uuid[])`;
  }
}
