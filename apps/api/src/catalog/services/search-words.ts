/** A search is about its first words; more of them only cost time. */
const MOST_WORDS = 8;

/** Words that hold a sentence together and say nothing about what is sought. */
const SMALL_WORDS = new Set(
  'a an and as at be by can do for from get have how i in is it me my need new of on or our please the to want we with'.split(
    ' ',
  ),
);

/** A word that is sought: as it is typed, then as it may be written in one with those beside it. */
export type SoughtWord = readonly [typed: string, ...joined: string[]];

/**
 * The words of a search, in small letters; small words only where there are no others.
 *
 * @returns null when nothing is sought; an empty list when what is sought has no letter or digit.
 */
export function searchWords(search: string | null | undefined): SoughtWord[] | null {
  if (!search?.trim()) return null;
  const typed = [
    ...new Set(
      search
        .normalize('NFC')
        .toLowerCase()
        .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu),
    ),
  ];
  const telling = typed.filter((word) => !SMALL_WORDS.has(word));
  const words = (telling.length > 0 ? telling : typed).slice(0, MOST_WORDS);
  const joined = (place: number) => (words[place] && words[place + 1] ? [words[place] + words[place + 1]!] : []);
  return words.map((word, place) => [word, ...joined(place - 1), ...joined(place)]);
}
