import * as fc from 'fast-check';
import type { PriceComponent } from './price.js';
import { OFFERS_NOTHING, parseServiceDefinition, type ServiceDefinition } from './service-definition.js';
import { definitionIn, readServiceFile, readServiceFiles, toServiceYaml } from './service-yaml.js';

const placement = { lineOfService: 'softwareSupport', provider: 'acme', unit: null } as const;
const words = { name: 'Mail', outcome: 'Everybody writes to everybody.' };
const read = (text: string) => definitionIn(readServiceFile(text), 'mail', words);

/** What makes parsers stumble: quotes, breaks, what looks like something else, other scripts. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'null',
      'yes',
      '1e3',
      '0x1f',
      '~',
      '- a',
      'a: b',
      '#',
      '"',
      "'",
      '|',
      '\t',
      'a\nb\n',
      'a\r\nb',
      ' x ',
      '\u2028',
      '\u0085',
      '٣',
      '😀',
      '&a',
      '*a',
      '!tag',
      '---',
      '...',
      '%',
    ),
  )
  .filter((value) => !/\p{Cs}/u.test(value) && !value.includes('\0'));
const label = text.map((value) =>
  `x${value}`
    .trim()
    .slice(0, 60)
    .replace(/\p{Surrogate}/gu, ''),
);
const amount = fc
  .tuple(fc.nat(99999), fc.nat(99))
  .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`);
const price = fc.oneof(
  fc.record({ kind: fc.constant('oneOff'), label, amount }),
  fc.record({
    kind: fc.constant('metered'),
    label,
    per: fc.constantFrom('month', 'year'),
    unitName: label,
    tiers: fc.tuple(amount, amount).map(([one, two]) => [{ upTo: '10', amount: one }, { amount: two }]),
  }),
) as fc.Arbitrary<object>;
const plan = (slug: string) =>
  fc.record({
    slug: fc.constant(slug),
    name: label,
    description: text,
    currency: fc.constant('EUR'),
    agreement: fc.constantFrom(null, 'mail-sla'),
    pricesFrom: fc.constantFrom(null, '2027-01-01'),
    prices: fc.array(price, { maxLength: 3 }),
  });
/** Some after others, some by webhooks, some taken back. */
const fulfilment = fc
  .array(
    fc.record({
      name: label,
      team: fc.constantFrom(undefined, 'workplace'),
      isLast: fc.boolean(),
      call: fc.constantFrom({}, { webhook: 'identity' }, { webhook: 'identity', answerMinutes: 60 }),
      undo: fc.option(fc.record({ name: label }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((tasks) => ({
    tasks: tasks.map(({ isLast, call, ...task }, i) => {
      const after = isLast ? tasks.slice(0, i).map((_, before) => `t-${before}`) : [];
      return { key: `t-${i}`, ...task, ...call, after };
    }),
  }));
const definition = fc
  .record({
    name: label,
    outcome: label,
    description: text,
    synonyms: fc.array(label, { maxLength: 3 }),
    supportingServices: fc.subarray(['network', 'sign-in']),
    relatedServices: fc.subarray(['phone', 'chat']),
    plans: fc.tuple(plan('one'), plan('two')),
    notice: fc.record({ days: fc.nat(700), text }),
    fulfilment,
  })
  .map((value) => parseServiceDefinition(value));

describe('a service as a file', () => {
  it('is read as it was written, and written as it was read, byte for byte', () => {
    fc.assert(
      fc.property(definition, (value: ServiceDefinition) => {
        const file = toServiceYaml('mail', placement, value);
        const { placement: place, ...parts } = readServiceFile(file);
        const again = definitionIn({ ...parts, placement: null }, 'mail');
        expect([again, place]).toEqual([value, placement]);
        expect(toServiceYaml('mail', place!, again)).toBe(file);
      }),
    );
  });

  it('keeps the digits of prices, with and without quotes', () => {
    const plans = (amount: string) =>
      `format: accord.service/1\nservice: mail\nplans:\n  - slug: a\n    name: A\n    currency: EUR\n    prices:\n      - {kind: oneOff, label: L, amount: ${amount}}\n`;
    const kept = (amount: string) => (read(plans(amount)).plans[0]!.prices[0] as PriceComponent).amount;

    expect([kept('4.50'), kept('"4.50"'), kept('12'), kept('0.10')]).toEqual(['4.50', '4.50', '12', '0.10']);
  });

  it('has defaults for what it does not say, and leaves the words of the service', () => {
    expect(read('format: accord.service/1\nservice: mail\n')).toMatchObject({
      ...OFFERS_NOTHING,
      ...words,
      synonyms: [],
    });
  });

  it('may be one of several', () => {
    const file = (slug: string) => `format: accord.service/1\nservice: ${slug}\nname: ${slug}\n`;
    const both = readServiceFiles(`${file('mail')}---\n${file('phone')}`);
    expect(both.map(({ service, parts }) => [service, parts])).toEqual([
      ['mail', { name: 'mail' }],
      ['phone', { name: 'phone' }],
    ]);
  });

  const named = (rest: string) => `format: accord.service/1\nservice: mail\n${rest}`;
  it.each([
    ['MALFORMED_YAML', ''],
    ['MALFORMED_YAML', '- a\n- b\n'],
    ['MALFORMED_YAML', 'a: [\n'],
    ['MALFORMED_YAML', named('notice: &n { days: 1 }\n')],
    ['MALFORMED_YAML', named('a: &a [x]\nb: [*a, *a]\n')],
    ['MALFORMED_YAML', named('notice: !!js/function "x"\n')],
    ['MALFORMED_YAML', named('notice: !secret { days: 1 }\n')],
    ['MALFORMED_YAML', named('notice: { days: 1 }\nnotice: { days: 2 }\n')],
    ['MALFORMED_YAML', `${named('')}---\nformat: accord.service/1\n`],
    ['MALFORMED_YAML', named(`notice: ${'['.repeat(200)}${']'.repeat(200)}\n`)],
    ['MALFORMED_NOTICE', named('notice: { days: 0x2D }\n')],
    ['OTHER_FORMAT', 'service: mail\n'],
    ['OTHER_SERVICE', 'format: accord.service/1\nservice: phone\n'],
    ['MALFORMED_DEFINITION', named('colour: red\n')],
    ['MALFORMED_DEFINITION', named('__proto__: { plans: [] }\n')],
    ['MALFORMED_DEFINITION', named('outcome: ""\n')],
    ['MALFORMED_DEFINITION', named('relatedServices: [No]\n')],
    ['MALFORMED_PLACEMENT', named('placement: { lineOfService: gardening }\n')],
    [
      'PRICE_ON_REQUEST',
      named(
        'plans: [{slug: a, name: A, currency: EUR, priceOnRequest: true, prices: [{kind: oneOff, label: L, amount: 1}]}]\n',
      ),
    ],
    ['MALFORMED_NOTICE', named('notice: { days: -1 }\n')],
    ['TOO_LARGE', named(`# ${'x'.repeat(600_000)}\n`)],
  ])('is refused as %s', (code, file) => {
    expect(() => read(file)).toThrow(expect.objectContaining({ code }));
  });

  it('is refused at once, and in a sentence, however deep it is nested', () => {
    const begun = performance.now();
    const deep = named(`notice: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`);
    expect(() => read(deep)).toThrow('The file cannot be read: it is nested too deeply.');
    expect(performance.now() - begun).toBeLessThan(500);
    expect(() => read(named('a: 1\na: 2\n'))).toThrow(/line 4, column 1\.$/);
  });
});
