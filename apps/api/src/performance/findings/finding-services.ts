import type { PerformanceReach } from '@accord/domain';
import type { Parameters } from '../../platform/database/parameters.js';
import { overseen } from '../judged-commitments.js';

/**
 * FROM and WHERE of services `s` of findings (`finding_service fs`) that may be told to who has the reach. Providers
 * hear of none: a finding holds one promise against those of others.
 */
export function servicesOfFindings(reach: PerformanceReach, parameters: Parameters): string {
  return `FROM finding_service fs JOIN service s ON s.id = fs.service_id WHERE ${overseen(reach, parameters)}`;
}
