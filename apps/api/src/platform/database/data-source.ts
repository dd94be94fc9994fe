import { DataSource, type Logger } from 'typeorm';
import { entities } from '../../entities.js';
import { migrations } from './migrations/index.js';
import { SnakeCaseNaming } from './naming-strategy.js';
import { PreparingClient } from './preparing-client.js';

/** Not connected yet; `statementLogger` hears every SQL statement. */
export function createDataSource(url: string, statementLogger?: Logger): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'schema_migration',
    namingStrategy: new SnakeCaseNaming(),
    synchronize: false,
    installExtensions: false,
    poolSize: 20,
    // Also the longest that a request waits for a connection while all are in use.
    connectTimeoutMS: 30_000,
    applicationName: 'accord',
    // Statements of screens are long and quick: compiling one would take longer than running it.
    extra: { Client: PreparingClient, options: '-c jit=off' },
    ...(statementLogger ? { logger: statementLogger, logging: ['query'] } : { logging: false }),
  });
}
