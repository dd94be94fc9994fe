/** A search is about its first words; more of them only cost time. */
const MOST_WORDS = 8;

/** Words that hold a sentence together and say nothing about what is sought. */
const SMALL_WORDS = new Set(
  'a an and as at be by can do for from get have how i in is it me my need new of on or our please the to want we with'.split(
    ' ',
  ),
);

/**
 * The words of a search, in small letters; small words only where there are no others.
 *
 * @returns null when nothing is sought; an empty list when what is sought has no letter or digit.
 */
export function searchWords(search: string | null | undefined): string[] | null {
  if (!search?.trim()) return null;
  const words = [
    ...new Set(
      search
        .normalize('NFC')
        .toLowerCase()
        .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu),
    ),
  ];
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return (telling.length > 0 ? telling : words).slice(0, MOST_WORDS);
}
