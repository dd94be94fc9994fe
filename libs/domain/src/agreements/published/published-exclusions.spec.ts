import { publishedExclusions } from './published-exclusions.js';

it.each([
  [['factors outside our reasonable control (force majeure, Internet beyond demarcation)'], ['forceMajeure']],
  [['customer or third-party equipment/software'], ['customerCause', 'thirdParty']],
  [
    ['suspension/termination under the Agreement', 'abuse', 'quotas'],
    ['suspendedService', 'abuseOrQuota'],
  ],
  [
    ['pre-GA features', 'emergency security maintenance'],
    ['emergencyMaintenance', 'previewFeature'],
  ],
  [['maintenance windows announced >= 5 working days ahead (one per service and month)'], ['plannedMaintenance']],
  [['single host hardware failure'], ['other']],
])('reads %j', (worded, categories) => {
  expect(publishedExclusions(worded)).toEqual(categories);
});

it('does not make up reasons where the terms are silent', () => {
  expect(publishedExclusions(null)).toBeNull();
  expect(publishedExclusions([])).toBeNull();
});
