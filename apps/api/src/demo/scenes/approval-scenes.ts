import { addDays } from '@accord/domain';
import { Substitutes } from '../../orders/approvals/substitutes.js';
import { UnitApprovalRules } from '../../orders/approvals/unit-approval-rules.js';
import { instantAt } from '../months.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';

const STEP = 'Approvals';

/** A plan that is renewed on request, a unit that adds a stage with a quorum, and somebody who is away. */
export function approvalScenes(stage: Stage): Scene[] {
  const day = (before: number) => stage.workingDayBefore(before);
  const at = (before: number, time: string) => instantAt(stage.months.zone, day(before), time);
  let ruleId: string;
  return [
    { at: at(140, '09:00'), step: 'Catalog', play: () => renewedOnRequest(stage) },
    {
      at: at(1, '15:40'),
      step: STEP,
      play: async () => {
        ruleId = (
          await stage
            .get(UnitApprovalRules)
            .propose(await stage.act('ruth'), stage.id('unit', 'finance'), STAGES, 'What holds salaries is looked at.')
        ).id;
      },
    },
    {
      at: at(1, '16:10'),
      step: STEP,
      play: async () => stage.get(UnitApprovalRules).decide(await stage.act('nils'), ruleId, true),
    },
    {
      at: at(1, '16:20'),
      step: STEP,
      play: async () => {
        const [substituteId, from] = [stage.id('person', 'lena'), day(1)];
        const away = { substituteId, from, to: addDays(from, 21), reason: 'On leave.' };
        return stage.get(Substitutes).add(await stage.act('ben'), away);
      },
    },
  ];
}

/** Two of all who know the security or the flow of data. */
const STAGES: Parameters<UnitApprovalRules['propose']>[2] = [
  {
    key: 'data',
    name: 'Protection of data',
    need: 'count',
    value: 2,
    from: [
      { kind: 'team', team: 'security-operations' },
      { kind: 'team', team: 'data-and-integration' },
    ],
    remindAfter: 2,
  },
];

async function renewedOnRequest(stage: Stage) {
  const term = { months: 6, renewal: 'onRequest' };
  return stage.catalogOf('sofia').offered({ id: stage.id('service', 'finance-ledger') }, (now) => ({
    ...now,
    plans: now.plans.map((plan) => (plan.slug === 'company' ? { ...plan, term } : plan)),
  }));
}
