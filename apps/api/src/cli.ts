import 'reflect-metadata';
import { DomainError } from '@accord/domain';
import { Command } from 'commander';
import { importCatalog } from './cli/import-catalog.js';
import { importAgreementsFile, importMeasurementsFile } from './cli/import-file.js';
import { appointAdministrator, resetPassword } from './cli/on-the-server.js';
import { withAccord } from './cli/with-accord.js';
import { log } from './platform/log.js';
import { StartError } from './platform/start-error.js';

const program = new Command('accord').description('Works on the database of a running Accord, or of none.');
const importing = program.command('import').description('Brings data from files in. Files may be packed by gzip.');

for (const [kind, what] of [
  ['tickets', 'A log of tickets, one row an event.'],
  ['probes', 'A log of probes, one row a status of a service.'],
  ['counts', 'Counted events, one row an interval.'],
  ['values', 'Values such as times to answer, one row an interval.'],
  ['outages', 'Times in which services were down, one a row.'],
  ['answers', 'Answers to surveys, one a row.'],
] as const) {
  importing
    .command(`${kind} <file>`)
    .description(what)
    .requiredOption('--as <email>', 'whose rights to act with')
    .requiredOption('--profile <profile>', 'how to understand the rows: the name of a profile, or a JSON file')
    .option('--service <slug>', 'the service of every row, where the profile does not find it')
    .option('--source <name>', 'where the rows come from; the name of the profile when left out')
    .action((file: string, options) =>
      finish(withAccord((accord) => importMeasurementsFile(accord, kind, file, options))),
    );
}

importing
  .command('agreements <file>')
  .description('Published service level terms, as JSON.')
  .requiredOption('--as <email>', 'whose rights to act with')
  .action((file: string, options) => finish(withAccord((accord) => importAgreementsFile(accord, file, options))));

importing
  .command('catalog <path>')
  .description('Services as YAML, a file or a folder: each becomes a draft, which somebody else publishes.')
  .requiredOption('--as <email>', 'whose rights to act with')
  .option('--preview', 'only say what would come of it')
  .action((path: string, options) => finish(withAccord((accord) => importCatalog(accord, path, options))));

program
  .command('reset-password <email>')
  .description('Gives somebody a new password, an administrator too.')
  .requiredOption('--reason <why>', 'kept in the audit')
  .action((email: string, options) => finish(withAccord((accord) => resetPassword(accord, email, options))));

program
  .command('appoint-administrator <email>')
  .description('Makes somebody an administrator where no second administrator is left to approve it.')
  .requiredOption('--reason <why>', 'kept in the audit')
  .action((email: string, options) => finish(withAccord((accord) => appointAdministrator(accord, email, options))));

await program.parseAsync();

/** Exit codes: 0 done, 1 refused, 2 interrupted. */
async function finish(work: Promise<number>): Promise<void> {
  try {
    process.exitCode = await work;
  } catch (error) {
    if (error instanceof DomainError || error instanceof StartError) console.error(error.message);
    else log.fatal({ err: error }, 'fault');
    process.exitCode = 1;
  }
}
