import type { LineOfService } from '../../catalog/line-of-service.js';
import type { PublishedTerms } from './published-terms.js';

const WORDS: readonly (readonly [RegExp, LineOfService])[] = [
  [/recovery|backup/i, 'disasterRecovery'],
  [/sql|rds|dynamo|documentdb|database|atlas|firestore|tidb/i, 'databaseServices'],
  [/ec2|virtual machine|\bvm\b|droplet|compute/i, 'operatingSystemSupport'],
  [/\bdns\b|route 53|resolver|load balanc|private link|cloudfront|network/i, 'networkManagement'],
  [/\bauth|security/i, 'security'],
];

/** The line of service that the names of a provider and its service suggest; the service's owner corrects it. */
export function suggestedLineOfService({ provider, service }: PublishedTerms): LineOfService {
  return WORDS.find(([words]) => words.test(`${provider.name} ${service.name}`))?.[1] ?? 'softwareSupport';
}
