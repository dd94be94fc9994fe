import { UsageImport } from './usage-import.js';
import { UsageIngestion } from './usage-ingestion.js';
import { UsageRecords } from './usage-records.js';
import { UsageResolver } from './usage.resolver.js';

export const usageProviders = [UsageRecords, UsageImport, UsageIngestion, UsageResolver];
