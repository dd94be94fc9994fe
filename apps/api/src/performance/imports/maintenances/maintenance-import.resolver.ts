import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '../../../platform/act/act.js';
import { CurrentAct } from '../../../platform/act/current-act.decorator.js';
import { toPayload } from '../../../platform/errors/to-payload.js';
import { MaintenanceImport } from './maintenance-import.js';
import { ImportMaintenancesPayload, MaintenanceFile } from './maintenance-import.type.js';

@Resolver()
export class MaintenanceImportResolver {
  constructor(private readonly imports: MaintenanceImport) {}

  @Query(() => MaintenanceFile, { description: 'What `importMaintenances` would do; nothing is written.' })
  previewMaintenances(
    @CurrentAct() act: Act,
    @Args('uploadId', { type: () => ID }) uploadId: string,
    @Args('serviceId', { type: () => ID }) serviceId: string,
  ) {
    return this.imports.preview(act, uploadId, serviceId);
  }

  @Mutation(() => ImportMaintenancesPayload, {
    description:
      'Maintenance of a service from an iCalendar file. An event is known by its UID; a greater SEQUENCE moves or cancels its maintenance.',
  })
  importMaintenances(
    @CurrentAct() act: Act,
    @Args('uploadId', { type: () => ID }) uploadId: string,
    @Args('serviceId', { type: () => ID }) serviceId: string,
  ) {
    return toPayload('file', () => this.imports.importFile(act, uploadId, serviceId));
  }
}
