import fc from 'fast-check';
import { assertNoCycle, type ServiceSupport } from './supporting-services.js';

const nameOf = (id: string) => id.toUpperCase();
const rests = (...pairs: string[]): ServiceSupport[] =>
  pairs.map((pair) => ({ serviceId: pair[0]!, supportingServiceId: pair[1]! }));

describe('supporting services', () => {
  it('may share what they rest on', () => {
    expect(() => assertNoCycle('a', ['b', 'c'], rests('bd', 'cd'), nameOf)).not.toThrow();
  });

  it('never lead back, and the refusal shows the way round', () => {
    expect(() => assertNoCycle('a', ['a'], [], nameOf)).toThrow('A → A');
    expect(() => assertNoCycle('a', ['b'], rests('bc', 'ca'), nameOf)).toThrow('A → B → C → A');
  });

  it('forget what is about to be replaced', () => {
    expect(() => assertNoCycle('a', ['b'], rests('ac', 'cd'), nameOf)).not.toThrow();
  });

  it('are refused exactly when one of them reaches the service', () => {
    const id = fc.constantFrom(...'abcdef');
    const edges = fc.array(fc.record({ serviceId: id, supportingServiceId: id }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(id, { maxLength: 3 }), edges, (supporting, known) => {
        const others = known.filter(({ serviceId }) => serviceId !== 'a');
        let reached = new Set(supporting);
        for (let size = -1; size !== reached.size;) {
          size = reached.size;
          const next = others.filter(({ serviceId }) => reached.has(serviceId)).map((edge) => edge.supportingServiceId);
          reached = new Set([...reached, ...next]);
        }
        const check = () => assertNoCycle('a', supporting, known, nameOf);
        if (reached.has('a')) expect(check).toThrow(expect.objectContaining({ code: 'CYCLE' }));
        else expect(check).not.toThrow();
      }),
    );
  });
});
