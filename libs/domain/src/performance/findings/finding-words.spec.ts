import { FINDING_KINDS, findingValues } from './finding-kinds.js';
import { findingWords } from './finding-words.js';

const [from, to] = ['2026-03-16T09:00:00.000Z', '2026-03-16T10:59:00.000Z'];

it('says what was found in one sentence, with times and durations as people read them', () => {
  const silent = findingValues('silentSource', { since: from, limit: '900000' });
  expect(findingWords('silentSource', 'Gateway', silent)).toBe(
    'Gateway has said nothing since 2026-03-16 09:00 UTC; it may be quiet for 15 minutes. Look whether it still runs.',
  );
  const gap = (gaps: string, missing: number) =>
    findingWords('gap', 'logins of Zoom', findingValues('gap', { gaps, from, to, missing: String(missing) }));
  expect(gap('1', 7_140_000)).toContain('has a gap from 2026-03-16 09:00 UTC to 2026-03-16 10:59 UTC; 119 minutes');
  expect(gap('2', 172_800_000)).toContain('has 2 gaps, the last one from');
  expect(gap('2', 172_800_000)).toContain('2 days are missing');
});

it('has words for every kind', () => {
  for (const kind of FINDING_KINDS) expect(findingWords(kind, 'Gateway', [])).toMatch(/^Gateway .*\.$/);
});
