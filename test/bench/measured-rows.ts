const FIVE_MINUTES = 300_000;
const FIRST = Date.UTC(2025, 0, 1);

/** Services that rows are about, all of them measured every five minutes. */
export const SERVICES = 100;

/** So many rows are made into one text. */
const ROWS_A_TEXT = 2_000;

interface Row {
  service: number;
  from: string;
  to: string;
  good: number;
  total: number;
}

/** Rows as they are measured: of all services, then of all again five minutes later. */
function rowAt(i: number): Row {
  const from = FIRST + Math.floor(i / SERVICES) * FIVE_MINUTES;
  const [opens, closes] = [new Date(from).toISOString(), new Date(from + FIVE_MINUTES).toISOString()];
  return { service: i % SERVICES, from: opens, to: closes, good: 290 + (i % 10), total: 300 };
}

export const slugOf = (service: number): string => `measured-${service}`;

/** The rows as a machine sends them. @param every Leaves out the others, if not 1. */
export function* ndjson(rows: number, every = 1): Generator<Buffer> {
  yield* texts(rows, every, ({ service, ...measured }) => {
    return `${JSON.stringify({ service: slugOf(service), series: 'requests', ...measured })}\n`;
  });
}

/** The same rows as COPY takes them into the ledger. @param seriesIds By service. */
export function* copyText(rows: number, seriesIds: readonly number[], batchId: number): Generator<Buffer> {
  let line = 0;
  yield* texts(rows, 1, ({ service, from, to, good, total }) => {
    line += 1;
    return `${from}\t${to}\t${good}\t${total}\t${seriesIds[service]}\t${batchId}\t${line}\t0\t\\N\n`;
  });
}

/** The months that so many rows are of. */
export function monthsOf(rows: number): number[] {
  const last = Date.parse(rowAt(rows - 1).from);
  const months: number[] = [];
  const month = new Date(FIRST);
  for (; month.getTime() <= last; month.setUTCMonth(month.getUTCMonth() + 1)) months.push(month.getTime());
  return months;
}

function* texts(rows: number, every: number, printed: (row: Row) => string): Generator<Buffer> {
  let text = '';
  let held = 0;
  for (let i = 0; i < rows; i += every) {
    text += printed(rowAt(i));
    held += 1;
    if (held < ROWS_A_TEXT) continue;
    yield Buffer.from(text);
    [text, held] = ['', 0];
  }
  yield Buffer.from(text);
}
