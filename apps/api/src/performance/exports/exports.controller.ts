import { assertAllowed, canSeeEvidence, DomainError } from '@accord/domain';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { type FileCell, FILE_WRITERS, type FileFormat, sentAs } from '../../platform/files/file-formats.js';
import { SchemaReader } from '../../platform/graphql/schema-reader.js';
import { breachesFile } from './breaches-file.js';
import { commitmentFile } from './commitment-file.js';
import { commitmentsFile } from './commitments-file.js';
import { exclusionsFile } from './exclusions-file.js';
import type { Ask, FileContent, FileQuery, FileView } from './file-content.js';

const VIEWS: Readonly<Record<string, FileView>> = {
  commitments: commitmentsFile,
  commitment: commitmentFile,
  breaches: breachesFile,
  exclusions: exclusionsFile,
};

/** Not open to everybody, as their screens are not: an empty file would say that there are none. */
const OF_EVIDENCE: readonly string[] = ['breaches', 'exclusions'];

/** The screens of performance as files; each takes what its screen takes, and is read as it is sent. */
@Controller('export')
export class PerformanceExportsController {
  constructor(private readonly schema: SchemaReader) {}

  @Get(':view.csv')
  csv(@CurrentAct() act: Act, @Param('view') view: string, @Query() query: FileQuery) {
    return this.file(act, 'csv', view, query);
  }

  @Get(':view.xlsx')
  xlsx(@CurrentAct() act: Act, @Param('view') view: string, @Query() query: FileQuery) {
    return this.file(act, 'xlsx', view, query);
  }

  private async file(act: Act, format: FileFormat, name: string, query: FileQuery) {
    const view = Object.hasOwn(VIEWS, name) ? VIEWS[name]! : null;
    if (!view) throw new DomainError('NOT_FOUND', 'There is no such view.', ['view']);
    if (OF_EVIDENCE.includes(name)) assertAllowed(canSeeEvidence(act.viewer), `see ${name}`);
    const ask: Ask = (document, variables) => this.schema.read(act, document, variables);
    const content = await view(ask, query, act.at);
    return new StreamableFile(
      FILE_WRITERS[format].bytesOf(linesOf(content), content.title),
      sentAs(format, content.name.replaceAll(/[^\w.-]/g, '-')),
    );
  }
}

async function* linesOf({ head, columns, rows }: FileContent): AsyncGenerator<readonly FileCell[]> {
  const text = (value: string | null): FileCell => ({ text: value, isNumber: false });
  for (const [name, value] of head) yield [text(name), text(value)];
  yield [];
  yield columns.map(text);
  yield* rows;
}
