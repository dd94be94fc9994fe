import { SURVEYS } from '../content/answers.js';
import { instantAt, type Months } from '../months.js';
import type { Random } from '../random.js';

interface GivenAnswer {
  service: string;
  survey: string;
  answer: string;
  at: Date;
  score: number;
}

/** What people answered from the first month to the anchor. */
export function answersOf(months: Months, random: Random): GivenAnswer[] {
  return SURVEYS.flatMap(({ service, survey, everyWeek, satisfied, months: others }) =>
    Array.from({ length: 13 }, (_, i) => i + 1).flatMap((month) => {
      const chance = random.of('answers', survey, month);
      const share = others?.[month] ?? satisfied;
      return months.days(month).flatMap((day) =>
        Array.from({ length: chance.poisson(everyWeek / 7) }, (_, n) => ({
          service,
          survey,
          answer: `${day}-${n + 1}`,
          at: instantAt(months.zone, day, `${chance.whole(10, 19)}:${chance.whole(10, 59)}`),
          score: chance.chance(share) ? chance.whole(4, 5) : chance.whole(1, 3),
        })),
      );
    }),
  )
    .filter(({ at }) => at < months.anchor)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The file of a stretch of time, as the survey tool writes it. */
export function answerFile(answers: readonly GivenAnswer[], after: Date, upTo: Date): string {
  const rows = answers.filter(({ at }) => at > after && at <= upTo);
  const cells = rows.map(({ service, survey, answer, at, score }) => [
    service,
    survey,
    answer,
    at.toISOString(),
    score,
  ]);
  return [['service', 'survey', 'answer', 'at', 'score'], ...cells, []].map((row) => row.join(',')).join('\n');
}
