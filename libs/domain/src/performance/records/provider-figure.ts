import type { MeasuredBy } from '../../agreements/record-terms.js';
import { DomainError } from '../../domain-error.js';

/** `stated`: the other side may agree or object; `silent`: it said nothing in time; `superseded`: another one was stated. */
export const PROVIDER_FIGURE_STATES = ['stated', 'objected', 'agreed', 'silent', 'superseded'] as const;
export type ProviderFigureState = (typeof PROVIDER_FIGURE_STATES)[number];

export const FIGURE_SIDES = ['ours', 'provider'] as const;
/** Whose figure. */
export type FigureSide = (typeof FIGURE_SIDES)[number];

/** Whether it is settled which figure is the one of record. */
export const isSettled = (state: ProviderFigureState): boolean => state === 'agreed' || state === 'silent';

/**
 * Whose figure silence makes the one of record. A figure that nobody objects to stands, except where we alone measure:
 * then ours stands until we agree to another one.
 */
export const sideOfSilence = (measuredBy: MeasuredBy): FigureSide => (measuredBy === 'us' ? 'ours' : 'provider');

/** Who answers a figure. */
export interface FigureAnswer {
  readonly state: ProviderFigureState;
  readonly statedById: string;
  readonly viewerId: string;
  /** On which sides of the agreement the viewer stands. */
  readonly sides: readonly FigureSide[];
}

/**
 * One side agrees to the figure of the other; nobody to one that they stated themselves.
 *
 * @throws {DomainError} `FORBIDDEN` when the viewer stands on neither side, or it is the figure of their own side; `SECOND_PERSON_NEEDED` when they wrote the provider's down; `WRONG_STATE` when it is settled already.
 */
export function assertMayAgree({ state, statedById, viewerId, sides }: FigureAnswer, to: FigureSide): void {
  if (sides.length === 0) throw new DomainError('FORBIDDEN', 'You may not agree to this figure.');
  assertOpen(state);
  const needed: FigureSide = to === 'provider' ? 'ours' : 'provider';
  if (!sides.includes(needed))
    throw new DomainError('FORBIDDEN', 'The other side has to agree to this figure.', ['figure']);
  if (to === 'provider' && statedById === viewerId)
    throw new DomainError('SECOND_PERSON_NEEDED', 'You wrote this figure down: another person has to agree to it.');
}

/** @throws {DomainError} `FORBIDDEN` when the viewer does not stand on our side; `WRONG_STATE` unless it waits for an answer. */
export function assertMayObject({ state, sides }: FigureAnswer): void {
  if (!sides.includes('ours')) throw new DomainError('FORBIDDEN', 'You may not object to this figure.');
  if (state !== 'stated') throw wrongState(state);
}

function assertOpen(state: ProviderFigureState): void {
  if (state !== 'stated' && state !== 'objected') throw wrongState(state);
}

const wrongState = (state: ProviderFigureState) =>
  new DomainError('WRONG_STATE', `This figure is ${state} already.`, ['id']);

/** Whether the viewer could agree, without saying why not. */
export function mayAgree(answer: FigureAnswer, to: FigureSide): boolean {
  try {
    assertMayAgree(answer, to);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** @throws {DomainError} `WRONG_FIGURE` unless it is a percentage with at most ten decimals. */
export function assertFigure(figure: string): void {
  if (/^(100(\.0{1,10})?|\d{1,2}(\.\d{1,10})?)$/.test(figure)) return;
  throw new DomainError('WRONG_FIGURE', 'A figure is a percentage from 0 to 100 with ten decimals at most.', [
    'figure',
  ]);
}
