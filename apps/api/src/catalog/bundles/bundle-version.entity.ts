import type { BundleDefinition } from '@accord/domain';
import { Check, Column, Entity, ForeignKey } from 'typeorm';
import { versionColumns, VersionRules } from '../versions/version-columns.js';

/** All that a bundle is, in one piece. */
@Entity('bundle_version')
@VersionRules('bundle_version', 'bundleId')
@Check('bundle_version_number_check', `"number" >= 1`)
export class BundleVersionEntity extends versionColumns('bundle_version') {
  @Column('uuid')
  @ForeignKey('bundle', { name: 'bundle_version_bundle_fkey' })
  bundleId!: string;

  /** Not binary: its parts and questions keep their order. */
  @Column('json')
  definition!: BundleDefinition;
}
