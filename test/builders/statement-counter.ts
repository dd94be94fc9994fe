import { AbstractLogger } from 'typeorm';

/** Hears every SQL statement of a data source. */
export class StatementCounter extends AbstractLogger {
  readonly statements: string[] = [];

  override logQuery(query: string): void {
    this.statements.push(query);
  }

  protected override writeLog(): void {}
}
