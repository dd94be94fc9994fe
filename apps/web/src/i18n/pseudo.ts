const accents: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  y: 'ý',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
  S: 'Š',
};

export type Words = { [key: string]: string | Words };

/** Longer, accented English: what stays plain was never translated, what breaks has too little room. */
export function pseudo(text: string): string {
  const accented = text
    .split(/(\{\{.*?\}\}|<[^>]+>)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter)))
    .join('');
  return `[${accented}${'·'.repeat(Math.ceil(text.length * 0.3))}]`;
}

export function pseudoWords(words: Words): Words {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, typeof value === 'string' ? pseudo(value) : pseudoWords(value)]),
  );
}
