import { droppedAnswersWords, type Scale } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { type NewAnswer, siftNewAnswers } from '../ledger/add-answers.js';
import { type AnswerKey, answerKeys } from '../ledger/answer-keys.js';
import { droppedUntil } from '../ledger/drop-answers.js';
import { surveysOf } from '../ledger/surveys-of.js';
import type { RowFault } from './read-chunks.js';

/** An answer that was understood, whoever tells it. */
export interface UnderstoodAnswer {
  readonly line: number;
  readonly serviceId: string;
  readonly row: Scale & {
    readonly series: string;
    readonly answer: string;
    readonly at: number;
    readonly score: number;
  };
}

export type AnswerCorrection = NewAnswer & { readonly to: number; readonly revision: number };

export interface SortedAnswers {
  readonly added: readonly NewAnswer[];
  readonly corrections: readonly AnswerCorrection[];
  readonly duplicate: number;
  readonly refused: readonly RowFault[];
}

/** What becomes of answers that a source brings, which must be locked. @param correcting Whether they may correct. */
export async function sortAnswers(
  tx: EntityManager,
  sourceId: string,
  told: readonly UnderstoodAnswer[],
  correcting: boolean,
): Promise<SortedAnswers> {
  const surveys = await surveysOf(
    tx,
    sourceId,
    told.map(({ serviceId, row: { series: name, lowest, highest } }) => ({ serviceId, name, lowest, highest })),
  );
  const keyOf = await answerKeys(tx);
  const refused: RowFault[] = [];
  const rows: NewAnswer[] = [];
  told.forEach(({ line, row }, i) => {
    const survey = surveys[i]!;
    if ('reason' in survey) refused.push({ line, column: 'series', value: row.series, reason: survey.reason });
    else rows.push(newAnswer(keyOf, survey.id, line, row));
  });

  const dropped = await droppedUntil(
    tx,
    rows.map(({ seriesId }) => seriesId),
  );
  const [added, corrections]: [NewAnswer[], AnswerCorrection[]] = [[], []];
  let duplicate = 0;
  for (const [i, found] of (await siftNewAnswers(tx, rows)).entries()) {
    const row = rows[i]!;
    const refuse = (reason: string) => refused.push({ line: row.line!, column: null, value: null, reason });
    const until = dropped.get(row.seriesId);
    if (until && new Date(row.at) <= until) refuse(droppedAnswersWords(until.toISOString().slice(0, 10)));
    else if (found.kind === 'new') added.push(row);
    else if (found.kind === 'duplicate') duplicate += 1;
    else if (found.kind === 'contradicts') refuse(`is told otherwise, as given ${new Date(found.at).toISOString()}`);
    else if (correcting) corrections.push({ ...row, to: row.at + 1, revision: found.known.revision + 1 });
    else refuse('differs from what is recorded; send it as a correction, with a reason');
  }
  return { added, corrections, duplicate, refused };
}

function newAnswer(keyOf: AnswerKey, seriesId: number, line: number, row: UnderstoodAnswer['row']): NewAnswer {
  const { at, score, lowest, highest } = row;
  return { seriesId, line, answer: keyOf(seriesId, row.answer), at, score, lowest, highest };
}
