import { Module } from '@nestjs/common';
import { AgreementsModule } from '../../agreements/agreements.module.js';
import { PerformanceModule } from '../performance.module.js';
import { ExaminedUploads } from './examined-uploads.js';
import { ImportPreviews } from './import-previews.js';
import { ImportProfileResolver } from './import-profile.resolver.js';
import { ImportProfiles } from './import-profiles.js';
import { ImportReports } from './import-reports.js';
import { ImportRunner } from './import-runner.js';
import { ImportResolver } from './import.resolver.js';
import { Imports } from './imports.js';
import { MaintenanceImport } from './maintenances/maintenance-import.js';
import { MaintenanceImportResolver } from './maintenances/maintenance-import.resolver.js';
import { RowLedgers } from './row-ledgers.js';
import { UploadedImports } from './uploaded-imports.js';
import { UploadsModule } from './uploads.module.js';

@Module({
  imports: [AgreementsModule, PerformanceModule, UploadsModule],
  providers: [
    ExaminedUploads,
    ImportPreviews,
    ImportProfileResolver,
    ImportProfiles,
    ImportReports,
    ImportResolver,
    ImportRunner,
    RowLedgers,
    Imports,
    MaintenanceImport,
    MaintenanceImportResolver,
    UploadedImports,
  ],
  exports: [ImportProfiles, Imports, UploadsModule],
})
export class ImportsModule {}
