import type { ActiveRole, Viewer } from '../people/viewer.js';
import { parseServiceDefinition } from './service-definition.js';
import { assertOfferable, draftOf, mayPublishVersion, publishVersion } from './service-version.js';

const viewer = (personId: string, ...roles: ActiveRole[]): Viewer => ({ personId, name: personId, roles });
const proposed = { number: 2, state: 'proposed', writtenByIds: ['ann', 'bob'], proposedById: 'bob' } as const;
const contact: ActiveRole = { role: 'providerContact', kind: 'provider', ids: ['acme'] };

describe('a version is published', () => {
  it('by a second person, who neither wrote nor proposed it', () => {
    expect(publishVersion(proposed, viewer('cleo'), 2)).toBe('secondPerson');
    for (const author of ['ann', 'bob'])
      expect(() => publishVersion(proposed, viewer(author), 2)).toThrow(
        expect.objectContaining({ code: 'SECOND_PERSON_NEEDED' }),
      );
  });

  it('never by the contact of a provider', () => {
    expect(() => publishVersion(proposed, viewer('nia', contact), 2)).toThrow(
      expect.objectContaining({ code: 'PROVIDER_CONTACT' }),
    );
    expect(mayPublishVersion(proposed, viewer('nia', contact), 2)).toBe(false);
  });

  it('once it is proposed, and only then', () => {
    expect(() => publishVersion({ ...proposed, state: 'draft' }, viewer('cleo'), 2)).toThrow(
      'only a proposed version is published',
    );
  });
});

describe('what can be offered', () => {
  const plan = { slug: 'standard', name: 'Standard', currency: 'EUR', prices: [] };
  const offered = (...plans: object[]) => parseServiceDefinition({ name: 'Mail', outcome: 'All write.', plans });
  const known = [{ slug: 'standard', name: 'Standard', currency: 'EUR', ended: false }];
  const offer = (lifecycle: 'live' | 'retiring', ...plans: object[]) =>
    expect(() => assertOfferable({ name: 'Mail', lifecycle }, offered(...plans), known, '2026-03-16'));

  it('keeps a plan of a live service, adds none to one that retires, and no currency changes', () => {
    offer('live', plan).not.toThrow();
    offer('live').toThrow(expect.objectContaining({ code: 'LAST_PLAN' }));
    offer('live', { ...plan, endsOn: '2026-03-15' }).toThrow(expect.objectContaining({ code: 'LAST_PLAN' }));
    offer('retiring', plan).not.toThrow();
    offer('retiring', { ...plan, slug: 'new' }).toThrow(expect.objectContaining({ code: 'WRONG_LIFECYCLE' }));
    offer('live', { ...plan, currency: 'USD' }).toThrow(
      expect.objectContaining({ code: 'CURRENCY_FIXED', field: ['definition', 'plans', '0', 'currency'] }),
    );
  });

  it('does without plans that retire, and keeps one that takes the place of another', () => {
    const other = { ...plan, slug: 'plus', name: 'Plus' };
    const replaces = { name: 'Standard', endsOn: '2026-05-31' };
    const knowing = (...plans: object[]) =>
      expect(() =>
        assertOfferable(
          { name: 'Mail', lifecycle: 'live' },
          offered(...plans),
          [
            { ...known[0]!, retires: true },
            { ...known[0]!, slug: 'plus', name: 'Plus', replaces },
          ],
          '2026-03-16',
        ),
      );

    knowing(plan, other).not.toThrow();
    knowing(plan).toThrow(expect.objectContaining({ code: 'LAST_PLAN' }));
    knowing(plan, { ...plan, slug: 'max' }).toThrow(expect.objectContaining({ code: 'TAKES_PLACE' }));
    knowing(plan, { ...other, prices: [], priceOnRequest: true }).toThrow('keep its prices, or undo that retirement');
  });

  it('starts from an older definition without the days that have passed', () => {
    const days = (pricesFrom: string) => draftOf(offered({ ...plan, pricesFrom }), '2026-03-16').plans[0]!.pricesFrom;

    expect([days('2026-03-16'), days('2026-03-17')]).toEqual([null, '2026-03-17']);
  });
});
