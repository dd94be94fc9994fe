import type { ScopeKind } from '@accord/domain';
import { People } from '../../people/people.js';
import { RoleAssignments } from '../../people/role-assignments.js';
import { type DemoPerson, PEOPLE, type PersonKey } from '../content/people.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';

const STAFF = Object.keys(PEOPLE) as (keyof typeof PEOPLE)[];

/** Who may do what: a second administrator first, then everybody, and for single providers once there are some. */
export function roleScenes(stage: Stage): Scene[] {
  const others = STAFF.filter((key) => key !== 'tomasz');
  return [
    ...granted(stage, ['tomasz'], ['organisation'], { on: 3, proposed: '11:00', approved: '11:05', approver: 'ines' }),
    ...granted(stage, others, ['organisation', 'unit', 'team'], {
      on: 3,
      proposed: '14:00',
      approved: '15:30',
      approver: 'tomasz',
    }),
    ...granted(stage, STAFF, ['provider'], { on: 6, proposed: '11:00', approved: '13:20', approver: 'tomasz' }),
    ...laterScenes(stage),
  ];
}

interface Granting {
  /** Day of the first month. */
  on: number;
  proposed: string;
  approved: string;
  approver: PersonKey;
}

/** Ines proposes and somebody else approves; while she is alone, she does both. */
function granted(
  stage: Stage,
  keys: readonly (keyof typeof PEOPLE)[],
  kinds: readonly ScopeKind[],
  { on, proposed, approved, approver }: Granting,
): Scene[] {
  const { months } = stage;
  const step = 'Roles';
  const ids: string[] = [];
  const grants = keys.flatMap((key) =>
    (PEOPLE[key] as DemoPerson).roles
      .map(({ role, kind = 'organisation' as ScopeKind, of }) => ({ key, role, kind, of }))
      .filter(({ kind }) => kinds.includes(kind)),
  );
  const propose = async ({ key, role, kind, of }: (typeof grants)[number]) => {
    const { id } = await stage.get(RoleAssignments).propose(await stage.act('ines'), {
      personId: stage.id('person', key),
      role,
      scopeKind: kind,
      scopeId: of === undefined ? null : stage.id(kind as 'unit', of),
      from: months.day(0, on),
      reason: 'The work begins.',
    });
    ids.push(id);
  };
  const approve = async () => {
    for (const id of ids) await stage.get(RoleAssignments).approve(await stage.act(approver), id);
    stage.rolesChanged();
  };
  return [
    ...grants.map((grant) => ({ at: months.at(0, on, proposed), step, play: () => propose(grant) })),
    { at: months.at(0, on, approved), step, play: approve },
  ];
}

/** What changes in a year, and what waits for a second person now. */
function laterScenes(stage: Stage): Scene[] {
  const { months } = stage;
  const roles = stage.get(RoleAssignments);
  const step = 'People come and go';
  const propose = async (
    key: PersonKey,
    role: 'auditor' | 'budgetOwner' | 'serviceManager',
    unit: string | null,
    month: number,
    reason: string,
  ) =>
    roles.propose(await stage.act('ines'), {
      personId: stage.id('person', key),
      role,
      scopeKind: unit ? 'unit' : 'organisation',
      scopeId: unit && stage.id('unit', unit),
      from: months.day(month, 15),
      reason,
    });
  return [
    {
      at: months.at(4, 14, '10:00'),
      step,
      play: async () => {
        const { id } = await propose('nora', 'serviceManager', null, 4, 'Nora stands in for Mara in the summer.');
        return roles.refuse(await stage.act('tomasz'), id, 'Owen stands in; two managers are enough.');
      },
    },
    {
      at: months.at(9, 28, '16:00'),
      step,
      play: async () =>
        stage.get(People).end(await stage.act('tomasz'), stage.id('person', 'chloe'), 'Left the group.'),
    },
    {
      at: months.at(12, 20, '11:15'),
      step,
      play: () =>
        propose(
          'emma',
          'budgetOwner',
          'sales',
          13,
          'Emma takes over the budget of Sales from the new year of planning on.',
        ),
    },
    {
      at: months.at(12, 21, '09:40'),
      step,
      play: () => propose('sofia', 'auditor', 'finance', 13, 'Sofia helps with the yearly audit of Finance.'),
    },
  ];
}
