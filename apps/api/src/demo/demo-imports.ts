import type { ImportKind } from '@accord/domain';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportProfiles } from '../performance/imports/import-profiles.js';
import { ImportReports } from '../performance/imports/import-reports.js';
import type { Imports } from '../performance/imports/imports.js';
import type { UseCases } from './builders/hands.js';
import type { Act } from '../platform/act/act.js';
import type { SettableClock } from '../platform/clock.js';

/** How long an import seems to take. */
const SET_UP_MS = 4_000;
const A_BYTE_MS = 0.05;

export interface DemoFile {
  kind: Extract<ImportKind, 'tickets' | 'probes' | 'answers'>;
  profile: string;
  sourceName: string;
  name: string;
  content: () => string;
}

/** Files that a service manager brings in, on the path that every file takes. */
export class DemoImports {
  /** @param imports On the simulated clock: an import ends when it ends there. */
  constructor(
    private readonly get: UseCases,
    private readonly imports: Imports,
    private readonly clock: SettableClock,
  ) {}

  /** @throws {Error} When the file was not taken to its end. */
  async bring(act: Act, { kind, profile, sourceName, name, content: written }: DemoFile): Promise<void> {
    const content = written();
    const folder = await mkdtemp(join(tmpdir(), 'accord-demo-'));
    try {
      const path = join(folder, name);
      await writeFile(path, content);
      const { slug, name: profileName, definition } = await this.get(ImportProfiles).find({ slug: profile }, kind);
      const digest = createHash('sha256').update(content).digest('hex');
      const file = { path, name, bytes: Buffer.byteLength(content), uploadId: null, digest };
      const chosen = { slug, name: profileName, definition };
      const { run, done } = await this.imports.start(act, { kind, profile: chosen, serviceId: null, sourceName, file });
      this.clock.set(new Date(act.at.getTime() + SET_UP_MS + file.bytes * A_BYTE_MS));
      await done;
      await this.assertDone(act, run.id);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async assertDone(act: Act, id: string): Promise<void> {
    const report = await this.get(ImportReports).find(act, id);
    if (report?.state !== 'done') throw new Error(`The import of the demo is ${report?.state}: ${report?.reason}`);
  }
}
