import type { ImportRunEntity } from '../performance/imports/import-run.entity.js';

/** Progress on standard error: one line that changes on a terminal, a line for each tenth elsewhere. */
export class ProgressLine {
  private shownTenth = 0;

  show({ rowsRead, bytesRead, bytesTotal }: ImportRunEntity): void {
    const percent = Math.floor((100 * Number(bytesRead)) / Math.max(1, Number(bytesTotal)));
    const line = `${rowsRead.toLocaleString('en')} rows, ${percent}%`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}`);
    else if (percent >= this.shownTenth + 10) {
      this.shownTenth = percent - (percent % 10);
      process.stderr.write(`${line}\n`);
    }
  }

  end(): void {
    if (process.stderr.isTTY) process.stderr.write('\n');
  }
}
