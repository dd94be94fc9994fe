import type { Role, Viewer } from '../people/viewer.js';
import {
  assertCanMoveOrder,
  canMoveOrder,
  canSeeOrder,
  nextOf,
  type OrderParties,
  stuckSentence,
} from './order-policy.js';
import type { TaskStanding } from './order-work.js';

const order: OrderParties = {
  state: 'awaitingApproval',
  requesterId: 'requester',
  subscriberIds: [],
  beneficiaryId: 'beneficiary',
  unitId: 'unit',
  approverIds: ['owner'],
  teamIds: [],
  tasks: [],
  requesterLeft: false,
  beneficiaryLeft: false,
  resumesAs: null,
  cancellationAsked: false,
};
const someone = (personId: string, role?: Role, ids: string[] = ['unit'], teamIds: string[] = []) => ({
  viewer: { personId, name: personId, roles: role ? [{ role, kind: 'unit', ids }] : [] } as Viewer,
  teamIds,
});

describe('an order', () => {
  it.each([
    ['its requester', someone('requester'), true],
    ['its beneficiary', someone('beneficiary'), true],
    ['its approver', someone('owner'), true],
    ['a budget owner of its unit', someone('x', 'budgetOwner'), true],
    ['an auditor of its unit', someone('x', 'auditor'), true],
    ['a budget owner of another unit', someone('x', 'budgetOwner', ['other']), false],
    ['a service manager', someone('x', 'serviceManager'), false],
    ['anybody else', someone('x'), false],
  ])('is read by %s: %s', (_, colleague, expected) => {
    expect(canSeeOrder(colleague, order)).toBe(expected);
  });

  it('is read by the team once there is work for it', () => {
    const member = someone('x', undefined, [], ['team']);

    expect(canSeeOrder(member, order)).toBe(false);
    expect(canSeeOrder(member, { ...order, state: 'approved', teamIds: ['team'] })).toBe(true);
  });

  it('is its requester alone while it is a draft', () => {
    const draft = { ...order, state: 'draft' as const };

    expect(canSeeOrder(someone('requester'), draft)).toBe(true);
    expect(canSeeOrder(someone('beneficiary'), draft)).toBe(false);
    expect(canSeeOrder(someone('x', 'budgetOwner'), draft)).toBe(false);
  });

  it('is never read by an outsider, whoever it is for', () => {
    expect(canSeeOrder(someone('beneficiary', 'providerContact', ['provider']), order)).toBe(false);
  });

  it('is decided by who is asked, and never by who requests or receives it', () => {
    expect(canMoveOrder(someone('owner', 'budgetOwner'), order, 'approve')).toBe(true);
    expect(canMoveOrder(someone('owner'), order, 'approve')).toBe(true);
    expect(canMoveOrder(someone('other', 'budgetOwner'), order, 'approve')).toBe(false);
    expect(canMoveOrder(someone('requester', 'budgetOwner'), { ...order, approverIds: ['requester'] }, 'approve')).toBe(
      false,
    );
    expect(
      canMoveOrder(someone('beneficiary', 'budgetOwner'), { ...order, approverIds: ['beneficiary'] }, 'reject'),
    ).toBe(false);
  });

  it('is accepted by its requester alone', () => {
    const delivered = { ...order, state: 'delivered' as const };

    expect(canMoveOrder(someone('requester'), delivered, 'accept')).toBe(true);
    expect(canMoveOrder(someone('beneficiary'), delivered, 'accept')).toBe(false);
  });

  it('is not approved by whoever has what it changes, or answers for it', () => {
    expect(canMoveOrder(someone('owner'), order, 'approve')).toBe(true);
    expect(canMoveOrder(someone('owner'), { ...order, subscriberIds: ['owner'] }, 'approve')).toBe(false);
  });

  it.each([
    ['start', 'Only the team of the service starts this order.'],
    ['approve', 'Only who is asked to approve it, and neither requests nor receives it, approves this order.'],
    ['accept', 'Only the requester accepts this order.'],
  ] as const)('tells whose move %s is', (move, sentence) => {
    expect(() => assertCanMoveOrder(someone('x'), order, move)).toThrow(sentence);
  });

  it.each([
    ['draft', ['requester'], []],
    ['awaitingApproval', ['owner'], []],
    ['needsInformation', ['requester'], []],
    ['approved', [], ['team']],
    ['scheduled', [], []],
    ['fulfilling', ['member'], []],
    ['delivered', ['requester'], []],
    ['completed', [], []],
    ['rejected', [], []],
  ] as const)('waits in state %s for %j and teams %j', (state, personIds, teamIds) => {
    const task = { teamId: 'team', isAutomatic: false, isUndo: false } as const;
    const tasks =
      state === 'approved'
        ? [{ ...task, state: 'open' as const, assigneeId: null }]
        : [{ ...task, state: 'started' as const, assigneeId: 'member' }];
    expect(nextOf({ ...order, state, teamIds: ['team'], tasks })).toEqual({ personIds, teamIds });
  });

  it('waits for the teams as a whole while nobody has taken on the work', () => {
    expect(nextOf({ ...order, state: 'fulfilling', tasks: [free] }).teamIds).toEqual(['team']);
  });
});

describe('an order whose requester has left', () => {
  const left = { ...order, state: 'delivered' as const, requesterLeft: true };

  it.each([
    ['who receives it', someone('beneficiary'), true],
    ['a budget owner of its unit', someone('x', 'budgetOwner'), true],
    ['the BT office', someone('x', 'btOffice'), true],
    ['a budget owner of another unit', someone('x', 'budgetOwner', ['other']), false],
    ['an auditor', someone('x', 'auditor'), false],
  ])('is accepted by %s: %s', (_, colleague, expected) => {
    expect(canMoveOrder(colleague, left, 'accept')).toBe(expected);
    expect(canMoveOrder(colleague, { ...left, requesterLeft: false }, 'accept')).toBe(false);
    expect(canMoveOrder(colleague, { ...left, state: 'draft' }, 'submit')).toBe(false);
  });

  it('waits for who receives it, and once they have left too for who acts in their stead', () => {
    expect(nextOf(left, ['owner']).personIds).toEqual(['beneficiary']);
    expect(nextOf({ ...left, beneficiaryLeft: true }, ['owner']).personIds).toEqual(['owner']);
  });
});

describe('an order that nobody can move', () => {
  it('names who changes that', () => {
    const sentence = (kind: 'budgetOwner' | 'serviceOwner') => stuckSentence({ sources: [{ kind }] });

    expect(sentence('budgetOwner')).toBe('Nobody can decide; the BT office names a budget owner.');
    expect(sentence('serviceOwner')).toBe('Nobody can decide; the BT office names somebody who can.');
    expect(stuckSentence(null)).toMatch(/has left; the BT office names a budget owner/);
  });
});

const free: TaskStanding = { teamId: 'team', state: 'open', assigneeId: null, isAutomatic: false, isUndo: false };

it('work is not started by a second person while the first is still here', () => {
  const member = someone('x', undefined, [], ['team']);
  const begun = { ...order, state: 'fulfilling' as const, teamIds: ['team'], tasks: [free] };
  const taken = { ...begun, tasks: [{ ...free, state: 'started' as const, assigneeId: 'other' }] };
  const left = { ...begun, tasks: [{ ...free, state: 'started' as const }] };

  expect(canMoveOrder(member, begun, 'start')).toBe(true);
  expect(canMoveOrder(member, left, 'start')).toBe(true);
  expect(canMoveOrder(member, taken, 'start')).toBe(false);
  expect(() => assertCanMoveOrder(member, taken, 'start')).toThrow('Somebody works on this order already.');
  const elsewhere = { ...begun, tasks: [{ ...free, teamId: 'other' }] };
  expect(() => assertCanMoveOrder(member, elsewhere, 'start')).toThrow('the work of another team');
});

it.each([
  ['what is open or taken by hand', [free, { ...free, state: 'started' as const, assigneeId: 'other' }], true],
  ['what waits for other tasks', [{ ...free, state: 'waiting' as const }], false],
  ['what a webhook is at', [{ ...free, state: 'started' as const, isAutomatic: true }], false],
  ['what has failed', [{ ...free, state: 'failed' as const }], false],
  ['the work of another team', [free, { ...free, teamId: 'other' }], false],
])('an order is delivered as a whole over %s', (_, tasks, expected) => {
  const member = someone('x', undefined, [], ['team']);
  expect(canMoveOrder(member, { ...order, state: 'fulfilling', teamIds: ['team'], tasks }, 'deliver')).toBe(expected);
});
