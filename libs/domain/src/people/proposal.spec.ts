import { decideProposal, mayDecideProposal, refuseProposal } from './proposal.js';
import type { Viewer } from './viewer.js';

const viewer = (personId: string, roles: Viewer['roles'] = []): Viewer => ({ personId, name: personId, roles });
const [ann, bob] = [viewer('ann'), viewer('bob')];
const contact = viewer('con', [{ role: 'providerContact', kind: 'provider', ids: ['acme'] }]);
const proposed = { state: 'proposed', proposedById: 'ann' } as const;
const stakes = { hasInterest: false, administratorsEver: 2 };

it('is decided by a second person, who has no interest in it and speaks for nobody', () => {
  expect(decideProposal(proposed, bob, stakes)).toBe('secondPerson');
  expect(() => decideProposal(proposed, ann, stakes)).toThrow('Somebody else has to decide this');
  expect(() => decideProposal(proposed, bob, { ...stakes, hasInterest: true })).toThrow('Somebody else');
  expect(() => decideProposal(proposed, contact, stakes)).toThrow("A provider's contact");
  expect([bob, ann, contact].map((who) => mayDecideProposal(proposed, who, stakes))).toEqual([true, false, false]);
});

it('is taken back by who proposed it, and decided once', () => {
  expect(refuseProposal(proposed, ann)).toBe('withdrawn');
  expect(refuseProposal(proposed, bob)).toBe('refused');
  expect(() => refuseProposal({ ...proposed, state: 'approved' }, bob)).toThrow('It was approved already.');
  expect(() => decideProposal({ ...proposed, state: 'refused' }, bob, stakes)).toThrow('It was refused already.');
  expect(mayDecideProposal({ ...proposed, state: 'refused' }, bob, stakes)).toBe(false);
});
