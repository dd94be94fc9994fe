import { startStory } from '../../../builders/index.js';

const { given, api } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });
const machine = await given.token(manager, ['ingest']);
const desk = await given.service({ slug: 'desk' });

const EXAMINE = `query ($input: ExamineUploadInput!) { examineUpload(input: $input) { guess } }`;
const PREVIEW = `query ($input: PreviewImportInput!) { previewImport(input: $input) {
  mapped { name } problems { line column value reason } nothingUnderstood } }`;

/** Of a kind: what stands in the ledger, brought by the source "gauge", and a file that tells of the same series. */
const KINDS = {
  COUNTS: {
    told: { series: 'mails', from: '2026-02-01T00:00:00Z', to: '2026-02-02T00:00:00Z', good: 9, total: 10 },
    file: [
      'service,series,from,to,good,total',
      'desk,mails,2026-02-03T00:00:00Z,2026-02-04T00:00:00Z,5,6',
      'desk,letters,2026-02-03T00:00:00Z,2026-02-04T00:00:00Z,5,6',
    ],
  },
  VALUES: {
    told: { series: 'login', from: '2026-02-01T00:00:00Z', to: '2026-02-01T01:00:00Z', values: [3], unit: 'ms' },
    file: [
      'service,series,from,to,values,unit',
      'desk,login,2026-02-03T08:00:00Z,2026-02-03T09:00:00Z,12 13,ms',
      'desk,logout,2026-02-03T08:00:00Z,2026-02-03T09:00:00Z,12 13,ms',
    ],
  },
  ANSWERS: {
    told: { series: 'requests', answer: 'a', at: '2026-02-01T00:00:00Z', score: 4, scale: '1-5' },
    file: [
      'service,series,answer,at,score,scale',
      'desk,requests,b,2026-02-03T00:00:00Z,5,1-5',
      'desk,incidents,c,2026-02-03T00:00:00Z,5,1-5',
    ],
  },
} as const;

beforeAll(async () => {
  for (const { told } of Object.values(KINDS)) {
    const sent = api.as(machine).post('/measurements?source=gauge').set('content-type', 'application/x-ndjson');
    expect((await sent.send(JSON.stringify({ service: desk.slug, ...told }))).body).toMatchObject({ accepted: 1 });
  }
});

it.each(Object.entries(KINDS))(
  'says of %s that another source brings what their import refuses, in the same words',
  async (kind, { file }) => {
    const content = file.join('\n');
    const uploadId = await given.upload(manager, content);
    const { examineUpload } = await api.as(manager).run(EXAMINE, { input: { uploadId, kind } });
    const order = { kind: kind as keyof typeof KINDS, definition: JSON.stringify(JSON.parse(examineUpload.guess)) };
    const preview = async (sourceName?: string) =>
      (await api.as(manager).run(PREVIEW, { input: { uploadId, ...order, sourceName } })).previewImport;

    const tool = `Tool of ${kind}`;
    const other = await preview(tool);
    expect(other.problems).toMatchObject([{ line: 2, value: file[1].split(',')[1] }]);
    expect(other.mapped.map((row: unknown[]) => row.length > 0)).toEqual([false, true]);
    expect(other.nothingUnderstood).toBeNull();
    // Its own source brings it, and who has no name yet may become that one.
    expect((await preview('gauge')).problems).toEqual([]);
    expect((await preview()).problems).toEqual([]);

    const report = await given.imported(manager, content, { ...order, sourceName: tool });
    const said = [report.refusedReason, ...report.problems.map(({ reason }: { reason: string }) => reason)];
    expect(said).toContain(other.problems[0].reason);
  },
);
