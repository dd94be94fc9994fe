import { DomainError, parseImportProfile, type ImportProfile } from '@accord/domain';
import type { INestApplicationContext } from '@nestjs/common';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { digestOf } from '../performance/imports/examine-file.js';
import { ImportProfiles } from '../performance/imports/import-profiles.js';
import { Imports, type ImportOrder } from '../performance/imports/imports.js';
import type { Act } from '../platform/act/act.js';
import { Database } from '../platform/database/database.js';
import { actOf } from './act-of.js';
import { ProgressLine } from './progress-line.js';
import { printReport } from './print-report.js';

interface MeasurementOptions {
  as: string;
  profile: string;
  service?: string;
  source?: string;
}

/** @returns The exit code. */
export async function importMeasurementsFile(
  accord: INestApplicationContext,
  kind: ImportProfile['kind'],
  file: string,
  { as, profile, service, source }: MeasurementOptions,
): Promise<number> {
  const act = await actOf(accord, as);
  return importFile(accord, act, {
    kind,
    profile: await profileOf(accord, kind, profile),
    serviceId: service === undefined ? null : await serviceId(accord, service),
    sourceName: source ?? null,
    file: await fileOf(file),
  });
}

/** @returns The exit code. */
export async function importAgreementsFile(
  accord: INestApplicationContext,
  file: string,
  { as }: { as: string },
): Promise<number> {
  const order: ImportOrder = {
    kind: 'agreements',
    profile: null,
    serviceId: null,
    sourceName: null,
    file: await fileOf(file),
  };
  return importFile(accord, await actOf(accord, as), order);
}

/** Goes on where an interrupted import of the same file stopped; else begins. */
async function importFile(accord: INestApplicationContext, act: Act, order: ImportOrder): Promise<number> {
  const imports = accord.get(Imports);
  const progress = new ProgressLine();
  const interrupted = await imports.interruptedTwin(order);
  if (interrupted) console.error(`Going on after line ${interrupted.line} of the interrupted import.`);
  const { run, done } = interrupted
    ? await imports.resume(act, interrupted.id, order.file.path, (at) => progress.show(at))
    : await imports.start(act, order, (at) => progress.show(at));
  await done;
  progress.end();
  return printReport(accord.get(Database), run.id);
}

async function profileOf(
  accord: INestApplicationContext,
  kind: ImportProfile['kind'],
  given: string,
): Promise<ImportOrder['profile']> {
  if (!given.toLowerCase().endsWith('.json')) return accord.get(ImportProfiles).find({ slug: given }, kind);
  const definition = parseImportProfile(await readFile((await fileOf(given)).path, 'utf8'));
  if (definition.kind === kind) return { slug: null, name: basename(given, '.json'), definition };
  throw new DomainError('WRONG_PROFILE', `The profile ${given} is for ${definition.kind}, not for ${kind}.`);
}

async function serviceId(accord: INestApplicationContext, slug: string): Promise<string> {
  const [service]: { id: string }[] = await accord
    .get(Database)
    .read.query('SELECT id FROM service WHERE slug = $1', [slug]);
  if (!service) throw new DomainError('NOT_FOUND', `There is no service "${slug}".`);
  return service.id;
}

/** A file that the person named, from where they called. */
async function fileOf(given: string): Promise<ImportOrder['file']> {
  const path = resolve(process.env.INIT_CWD ?? '.', given);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new DomainError('NOT_FOUND', `There is no file ${path}.`);
  return { path, name: basename(path), bytes: found.size, uploadId: null, digest: await digestOf(path) };
}
