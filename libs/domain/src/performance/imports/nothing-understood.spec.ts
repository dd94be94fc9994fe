import { nothingUnderstood } from './nothing-understood.js';

const rows = { count: 3, understood: 0, elsewhere: 0, isAll: true, firstFault: undefined };
const fault = { line: 2, column: 'at', value: null, reason: 'has no value' };

describe('a preview that understands nothing', () => {
  it('says so in one sentence, with the first thing that is wrong', () => {
    expect(nothingUnderstood({ ...rows, firstFault: fault })).toBe(
      'None of the 3 rows can be taken in, so there is nothing to import: in line 2 at has no value.',
    );
    const whole = { ...fault, column: null, reason: 'has 3 cells where the header has 4' };
    expect(nothingUnderstood({ ...rows, count: 1, firstFault: whole })).toBe(
      'The only row cannot be taken in, so there is nothing to import: in line 2 the row has 3 cells where the header has 4.',
    );
  });

  it('is none where there are no rows, one is understood, or further ones may be of another service', () => {
    expect(nothingUnderstood({ ...rows, count: 0 })).toBeNull();
    expect(nothingUnderstood({ ...rows, understood: 1 })).toBeNull();
    expect(nothingUnderstood({ ...rows, elsewhere: 1, isAll: false })).toBeNull();
    expect(nothingUnderstood({ ...rows, elsewhere: 3 })).not.toBeNull();
  });
});
