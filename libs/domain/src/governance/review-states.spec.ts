import {
  assertDecided,
  assertDecisionFits,
  REVIEW_STATES,
  REVIEW_STEPS,
  stepReview,
  stepsFrom,
} from './review-states.js';

describe('the life of a review', () => {
  it('goes from the plan over frozen evidence and the meeting to the close', () => {
    expect(stepReview('planned', 'freeze')).toBe('packFrozen');
    expect(stepReview('packFrozen', 'freeze')).toBe('packFrozen');
    expect(stepReview('packFrozen', 'comment')).toBe('packFrozen');
    expect(stepReview('packFrozen', 'hold')).toBe('held');
    expect(stepReview('held', 'decide')).toBe('held');
    expect(stepReview('held', 'close')).toBe('closed');
  });

  it('never goes back, and ends with the close', () => {
    const order = (state: string) => REVIEW_STATES.indexOf(state as never);
    for (const { from, to } of Object.values(REVIEW_STEPS))
      for (const state of from) expect(order(to)).toBeGreaterThanOrEqual(order(state));
    for (const step of Object.keys(REVIEW_STEPS))
      for (const end of ['closed', 'cancelled'] as const) expect(stepsFrom(step as never, end)).toBe(false);
  });

  it('is cancelled only while nothing is frozen', () => {
    expect(stepReview('planned', 'cancel')).toBe('cancelled');
    expect(REVIEW_STATES.filter((state) => stepsFrom('cancel', state))).toEqual(['planned']);
  });

  it('says when a step can be taken', () => {
    expect(() => stepReview('planned', 'hold')).toThrow(
      'This review is planned. It is held only while it is prepared, its pack frozen.',
    );
  });

  it('closes with a decision, and only one on a credit names one', () => {
    expect(() => assertDecided(0)).toThrow('at least one decision');
    expect(() => assertDecided(1)).not.toThrow();
    expect(() => assertDecisionFits('accept', 'k')).toThrow('Only a decision on a credit');
    expect(() => assertDecisionFits('credit', 'k')).not.toThrow();
  });
});
