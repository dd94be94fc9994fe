import { diffDefinitions } from './definition-diff.js';
import { parseServiceDefinition } from './service-definition.js';

const price = { kind: 'recurring', label: 'Mailbox', amount: '4.20', per: 'month' };
const plan = { slug: 'standard', name: 'Standard', currency: 'EUR', prices: [price] };
const words = { name: 'Mail', outcome: 'Everybody writes to everybody.' };
const offered = (...plans: object[]) => parseServiceDefinition({ ...words, plans });
const sentences = (before: object[], after: object[]) =>
  diffDefinitions(offered(...before), offered(...after)).map(({ sentence }) => sentence);

describe('what changed between two definitions', () => {
  it('says a whole that comes in the place of a word in words too', () => {
    const [some, all] = [{ order: { units: ['hr', 'it'], roles: ['requester'] } }, { order: 'requesters' }];
    expect([...diffDefinitions(all, some), ...diffDefinitions(some, all)].map(({ sentence }) => sentence)).toEqual([
      'The order changed from "requesters" to units hr, it; roles requester.',
      'The order changed from units hr, it; roles requester to "requesters".',
    ]);
  });

  it('is nothing when they are the same', () => {
    expect(diffDefinitions(offered(plan), offered(plan))).toEqual([]);
  });

  it('is told with its path, before and after', () => {
    expect(diffDefinitions(offered(plan), offered({ ...plan, prices: [{ ...price, amount: '4.50' }] }))).toEqual([
      {
        path: ['plans', 'standard', 'prices', 'Mailbox', 'amount'],
        before: '4.20',
        after: '4.50',
        sentence: 'The price "Mailbox" of the plan "standard" rises from 4.20 to 4.50 EUR.',
      },
    ]);
  });

  it.each([
    ['a new plan', [], [plan], ['The plan "standard" is new.']],
    ['a plan that is left out', [plan], [], ['The plan "standard" is left out.']],
    [
      'a price that falls',
      [plan],
      [{ ...plan, prices: [{ ...price, amount: '4' }] }],
      ['The price "Mailbox" of the plan "standard" falls from 4.20 to 4.00 EUR.'],
    ],
    [
      'a new price',
      [plan],
      [{ ...plan, prices: [price, { kind: 'oneOff', label: 'Set-up', amount: '25' }] }],
      ['The price "Set-up" of the plan "standard" is new: 25.00 EUR once.'],
    ],
    [
      'a word',
      [plan],
      [{ ...plan, name: 'Plus' }],
      ['The name of the plan "standard" changed from "Standard" to "Plus".'],
    ],
    [
      'what was not set before',
      [plan],
      [{ ...plan, agreement: 'mail-sla' }],
      ['The agreement of the plan "standard" is now "mail-sla".'],
    ],
    [
      'a text that was empty',
      [plan],
      [{ ...plan, description: 'For all.' }],
      ['The description of the plan "standard" is now "For all.".'],
    ],
    [
      'a text that was emptied',
      [{ ...plan, description: 'For all.' }],
      [plan],
      ['The description of the plan "standard" is no longer set (it was "For all.").'],
    ],
    [
      'what is no longer set',
      [{ ...plan, agreement: 'mail-sla' }],
      [plan],
      ['The agreement of the plan "standard" is no longer set (it was "mail-sla").'],
    ],
    [
      'the order',
      [plan, { ...plan, slug: 'plus' }],
      [{ ...plan, slug: 'plus' }, plan],
      ['The plans now come in the order plus, standard.'],
    ],
  ])('tells %s in a sentence', (_, before, after, told) => {
    expect(sentences(before, after)).toEqual(told);
  });

  it('tells the other parts as well', () => {
    const after = parseServiceDefinition({ ...words, notice: { days: 60 } });

    expect(diffDefinitions(offered(), after)).toMatchObject([
      { path: ['notice', 'days'], sentence: 'The days of the notice changed from 30 to 60.' },
    ]);
  });

  it('tells what customers read, and what they are promised', () => {
    const promised = (promise: string) => ({ ...plan, agreement: 'mail-sla', commitments: [{ name: 'Up', promise }] });
    const before = parseServiceDefinition({ ...words, synonyms: ['post'], plans: [promised('At least 99 %.')] });
    const after = parseServiceDefinition({
      name: 'Post',
      outcome: 'You get a pony.',
      description: 'x'.repeat(400),
      supportingServices: ['network', 'sign-in'],
      plans: [promised('At least 95 %.')],
    });

    expect(diffDefinitions(before, after).map(({ sentence }) => sentence)).toEqual([
      'The name changed from "Mail" to "Post".',
      'The outcome changed from "Everybody writes to everybody." to "You get a pony.".',
      'The description is now another text.',
      'The synonyms are left out (they were post).',
      'The supporting services are now network, sign-in.',
      'The promise of the commitment "Up" of the plan "standard" changed from "At least 99 %." to "At least 95 %.".',
    ]);

    const unpromised = { ...plan, agreement: 'mail-sla' };
    expect(sentences([unpromised], [promised('At least 99 %.')])).toEqual([
      'The commitment "Up" of the plan "standard" is new: At least 99 %.',
    ]);
    expect(sentences([promised('At least 99 %.')], [unpromised])).toEqual([
      'The commitment "Up" of the plan "standard" is left out (At least 99 %.).',
    ]);
  });
});
