const LONGEST_LINE = 65_536;

/** Lines of a text while it streams in, in their order; null stands for one that is too long to be anything. */
export class TextLines {
  private rest = '';
  private skipping = false;

  /** The lines that end within the text; what remains is kept for the next call. */
  read(text: string): (string | null)[] {
    const lines: (string | null)[] = (this.rest + text).split('\n');
    const rest = lines.pop()!;
    if (this.skipping && lines.length > 0) [lines[0], this.skipping] = [null, false];
    this.rest = this.skipping ? '' : rest;
    if (rest.length > LONGEST_LINE) [this.rest, this.skipping] = ['', true];
    return lines.map((line) => (line !== null && line.length > LONGEST_LINE ? null : line));
  }

  /** The line that remains when the text is over. */
  end(): (string | null)[] {
    if (this.skipping) return [null];
    return this.rest === '' ? [] : [this.rest];
  }
}
