import type { Viewer } from '../people/viewer.js';
import {
  approveVersion,
  assertDraft,
  assertNoneOpen,
  type DecidableVersion,
  mayApproveVersion,
} from './agreement-version.js';

const viewer = (personId: string, role: 'administrator' | 'vendorManager' = 'vendorManager'): Viewer => ({
  personId,
  name: personId,
  roles: [{ role, kind: 'organisation', ids: [] }],
});
const proposed: DecidableVersion = {
  number: 2,
  state: 'proposed',
  effectiveFrom: '2026-01-01',
  proposedById: 'ann',
  writtenByIds: ['ann', 'cas'],
};

describe('a version of an agreement', () => {
  it('is approved by a second person', () => {
    expect(approveVersion(proposed, viewer('bob'), 2)).toBe('secondPerson');
  });

  it('is not approved by who proposed it', () => {
    expect(() => approveVersion(proposed, viewer('ann'), 1)).toThrow('Somebody else has to decide this');
    expect(() => approveVersion(proposed, viewer('ann', 'administrator'), 2)).toThrow(
      'Somebody else has to decide this',
    );
  });

  it('is not approved by who wrote it, nor by who speaks for a provider', () => {
    const contact = { role: 'providerContact', kind: 'provider', ids: ['acme'] } as const;
    const bound = { ...viewer('bob'), roles: [...viewer('bob').roles, contact] };
    const former = { ...viewer('bob'), roles: [...viewer('bob').roles, { ...contact, ids: [] }] };

    expect(() => approveVersion(proposed, viewer('cas'), 2)).toThrow('Somebody else has to decide this');
    expect(() => approveVersion(proposed, viewer('bob'), 2, true)).toThrow('Somebody else has to decide this');
    expect(mayApproveVersion(proposed, viewer('bob'), 2, true)).toBe(false);
    expect(() => approveVersion(proposed, bound, 2)).toThrow("A provider's contact does not decide");
    expect([bound, viewer('cas'), viewer('bob'), former].map((each) => mayApproveVersion(proposed, each, 2))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('is approved by the only administrator, who has nobody else', () => {
    expect(approveVersion(proposed, viewer('ann', 'administrator'), 1)).toBe('bootstrap');
  });

  it.each(['draft', 'inForce', 'refused'] as const)('is not decided on when %s', (state) => {
    expect(() => approveVersion({ ...proposed, state }, viewer('bob'), 2)).toThrow(
      'only a proposed version is decided on',
    );
  });

  it('is changed as a draft only', () => {
    expect(() => assertDraft(proposed)).toThrow('Version 2 is proposed; draft a new version to change the terms.');
  });

  it('is the only one in the making', () => {
    expect(() => assertNoneOpen([proposed])).toThrow('Version 2 is still proposed; finish it first.');
    expect(() =>
      assertNoneOpen([
        { ...proposed, state: 'inForce' },
        { ...proposed, state: 'refused' },
      ]),
    ).not.toThrow();
  });
});
