/** Collects the values of a statement that is put together from parts. */
export class Parameters {
  readonly values: unknown[] = [];

  /** @returns The placeholder that stands for the value. */
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}
