import { withDecimalPoint } from '../decimal-comma.js';
import type { FileFormat } from '../file-format.js';
import type { ColumnFacts } from './column-facts.js';
import type { MeasuredKind } from '../import-policy.js';
import { guessPriority, guessState, guessUp } from './guess-values.js';

/**
 * A profile of which a part may still be open: what is left out, a person has to say. Complete, it is what
 * `parseImportProfile` takes.
 */
export type ProfileDraft = { readonly kind: MeasuredKind } & { readonly [part: string]: unknown };

/** What a file looks like, and what one knows without looking. */
export interface SeenFile {
  readonly format: FileFormat;
  readonly columns: readonly ColumnFacts[];
  /** Where the clock on the wall hangs when its times name no offset. */
  readonly zone: string;
}

/** How the rows of a file might be meant, by the names of its columns and what stands in them. */
export function guessProfile(kind: MeasuredKind, file: SeenFile): ProfileDraft {
  const time = { format: commonTimeFormat(file.columns), zone: file.zone };
  return { kind, format: file.format, time, ...GUESSES[kind](new Columns(file.columns, time.format)) };
}

const GUESSES: Record<MeasuredKind, (columns: Columns) => object> = {
  tickets: (columns) => {
    const opened = columns.time(/^(opened|created|reported|logged|open|start)/, /opened|created/);
    const resolved = columns.time(/^(resolved|solved|resolution date)/, /resolved|solved/);
    const closed = columns.time(/^closed/, /closed/);
    const responded = columns.time(/^(responded|first ?respon|response)/, /respon|acknowledg/);
    const updated = columns.time(/^(sys updated|updated|modified|observed|last ?mod)/, /update|modif|change/);
    const state = columns.named(/(^|incident |ticket )(state|status)$/, /state|status/);
    return {
      identity: {
        number: columns.named(
          /^(number|issue key|key|ticket|ticket (id|number)|id|incident( id| number)?)$/,
          /number|key|id$/,
        )?.name,
        sequence: columns.named(/^(sequence|sys mod count|update(s)? (number|count)|revision)$/)?.name,
        observedAt: (updated ?? opened)?.name,
      },
      clock: {
        openedAt: opened?.name,
        firstResponseAt: responded?.name,
        resolvedAt: resolved?.name,
        closedAt: closed?.name,
      },
      state: { column: state?.name, values: meanings(state, guessState), otherwise: 'refuse' },
      priority: priorityOf(columns),
      holder: columns.named(
        /^(assignment group|assigned (group|team)|holder|team|queue|support group)$/,
        /assign.*group|queue/,
      )?.name,
      service: serviceOf(columns),
    };
  },
  probes: (columns) => {
    const status = columns.named(/^(up|status|state|result|available)$/, /status|up$/);
    const means = (up: boolean) =>
      status?.values?.filter(({ value }) => guessUp(value) === up).map(({ value }) => value) ?? [];
    return {
      observedAt: columns.time(/^(at|ts|time|timestamp|date|checked)/, /time|at$|date/)?.name,
      status: { column: status?.name, up: means(true), down: means(false) },
      service: serviceOf(columns),
    };
  },
  counts: (columns) => {
    const interval = intervalOf(columns);
    const good = columns.named(/^(good|success(es|ful)?|ok|passed)/, /good|success/);
    const total = columns.named(/^(total|all|requests|count|valid)/, /total|count/);
    return {
      ...interval,
      good: good?.name,
      total: total?.name,
      // Whole numbers have no decimals: a point in one parts its thousands.
      decimalMark: markOf([good, total], new RegExp(`\\.|${COMMA_TELLS.source}`)),
      service: serviceOf(columns),
    };
  },
  values: (columns) => {
    const unit = columns.named(/^(unit|uom)$/);
    const interval = intervalOf(columns);
    const values = columns.named(
      /^(values?|buckets|histogram|samples?|latency|duration|response time)/,
      /value|duration|ms$/,
    );
    return {
      ...interval,
      unit: unit ? { column: unit.name } : { name: '' },
      values: values?.name,
      decimalMark: markOf([values], COMMA_TELLS),
      service: serviceOf(columns),
    };
  },
  outages: (columns) => ({
    from: columns.time(/^(from|start|begin|down since|down|outage)/, /from|start|begin/)?.name,
    to: columns.time(/^(to|end|until|up|resolved|restored)/, /end|resolved|restored/)?.name,
    number: columns.named(/^(number|id|key|incident( id| number)?|outage( id)?)$/, /number|id$/)?.name,
    cause: columns.named(/^(cause|reason|summary|title|description)/, /cause|reason/)?.name,
    service: serviceOf(columns),
  }),
  answers: (columns) => {
    const survey = columns.named(/^(survey|series|questionnaire|form)/, /survey/);
    const score = columns.named(/^(score|rating|csat|stars|satisfaction|answer value)/, /score|rating|satisf/);
    return {
      answer: columns.named(/^(answer|response|id|number|key|(answer|response|survey) (id|number))$/, /id$|number|key/)
        ?.name,
      observedAt: columns.time(/^(at|answered|responded|completed|submitted|time|timestamp|date)/, /time|at$|date/)
        ?.name,
      score: score?.name,
      scale: { lowest: 1, highest: 5 },
      series: survey ? { column: survey.name } : { name: '' },
      service: serviceOf(columns),
    };
  },
};

function intervalOf(columns: Columns): object {
  const series = columns.named(/^(series|metric|indicator|measure)$/);
  return {
    from: columns.time(/^(from|start|begin|time|timestamp|ts|date)/, /from|start|time/)?.name,
    to: columns.time(/^(to|end|until)/, /(^| )(to|end)( |$)/)?.name ?? { minutes: 60 },
    series: series ? { column: series.name } : { name: '' },
  };
}

/** A comma that can only stand before decimals: that in `1,234` may part thousands. */
const COMMA_TELLS = /^(?![1-9]\d{0,2},\d{3}$).*,/;

/** A comma where all numbers can be read so, and some only so; undefined = a point. */
function markOf(columns: readonly (ColumnFacts | undefined)[], tells: RegExp): 'comma' | undefined {
  const samples = columns.flatMap((column) => column?.samples ?? []).map(wholeNumbersOf);
  const isSo = samples.every((sample) => withDecimalPoint(sample) !== null);
  const tellsSo = (sample: string) => sample.split(/[\s:]+/).some((number) => tells.test(number));
  return isSo && samples.some(tellsSo) ? 'comma' : undefined;
}

/** A long sample is cut, maybe within a number. */
const wholeNumbersOf = (sample: string): string => sample.replace(/\S*…$/, '');

function priorityOf(columns: Columns): object {
  const stated = columns.named(/^priority/, /priority|severity/);
  return { column: stated?.name, values: meanings(stated, guessPriority) };
}

/** A name of a service in our catalog cannot be guessed, but where it stands can. */
function serviceOf(columns: Columns): object | undefined {
  const found = columns.named(
    /^(service|business service|slug|configuration item|cmdb ci|component s?( 1)?|product|system)$/,
  );
  return found && { column: found.name };
}

/** What each value of a column might mean; those of which nothing is known are left out. */
function meanings<Meaning>(column: ColumnFacts | undefined, guess: (text: string) => Meaning | null) {
  const known = column?.values?.map(({ value }) => [value, guess(value)] as const) ?? [];
  return Object.fromEntries(known.filter(([, meaning]) => meaning !== null));
}

/** The format that most columns of times have in common; the likelier one where day and month could be either. */
function commonTimeFormat(columns: readonly ColumnFacts[]): string {
  const counts = new Map<string, number>();
  for (const { timeFormats } of columns) {
    for (const format of timeFormats) counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  const [best] = [...counts].reduce<readonly [string, number]>(
    (one, other) => (other[1] > one[1] ? other : one),
    ['iso8601', 0],
  );
  return best;
}

/** Finds columns by names, each once: the first pattern that fits any decides. */
class Columns {
  private readonly taken = new Set<ColumnFacts>();

  constructor(
    private readonly all: readonly ColumnFacts[],
    private readonly timeFormat: string,
  ) {}

  named(...patterns: readonly RegExp[]): ColumnFacts | undefined {
    return this.take(patterns, ({ timeFormats, filled }) => timeFormats.length === 0 && filled > 0);
  }

  /** An empty column may be one of times. */
  time(...patterns: readonly RegExp[]): ColumnFacts | undefined {
    return this.take(patterns, ({ timeFormats, filled }) => filled === 0 || timeFormats.includes(this.timeFormat));
  }

  private take(patterns: readonly RegExp[], fits: (column: ColumnFacts) => boolean): ColumnFacts | undefined {
    for (const pattern of patterns) {
      const found = this.all.find(
        (column) => !this.taken.has(column) && fits(column) && pattern.test(plain(column.name)),
      );
      if (found) {
        this.taken.add(found);
        return found;
      }
    }
    return undefined;
  }
}

/** `sys_updated_at` and `Component/s (1)` as words. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
