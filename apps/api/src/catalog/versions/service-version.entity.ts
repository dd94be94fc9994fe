import type { ServiceDefinition } from '@accord/domain';
import { Check, Column, Entity, ForeignKey } from 'typeorm';
import { versionColumns, VersionRules } from './version-columns.js';

/** All by which a service is offered, in one piece. */
@Entity('service_version')
@VersionRules('service_version', 'serviceId')
@Check('service_version_number_check', `"number" >= 1 AND "based_on" < "number"`)
export class ServiceVersionEntity extends versionColumns('service_version') {
  @Column('uuid')
  @ForeignKey('service', { name: 'service_version_service_fkey' })
  serviceId!: string;

  /** Not binary: a file of it has its parts in the order in which they were written. */
  @Column('json')
  definition!: ServiceDefinition;

  /** Number of the version that it began as a copy of; null = from nothing, or from a file. */
  @Column('int', { nullable: true })
  basedOn!: number | null;
}
