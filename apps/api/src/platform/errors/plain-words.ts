/**
 * A rule of class-validator in our words.
 *
 * @param rule Its name, such as `arrayMinSize`.
 * @param reason What it says itself; kept where we have no words for the rule.
 */
export function plainWords(property: string, rule: string, reason: string): string {
  return WORDS[rule]?.(named(property), reason.match(/-?\d+(?=\D*$)/)?.[0] ?? '') ?? sentence(reason);
}

const entries = (count: string) => (count === '1' ? 'one entry' : `${count} entries`);

const WORDS: Readonly<Record<string, (name: string, count: string) => string>> = {
  isUuid: (name) => `${name}: there is none with this id.`,
  arrayMinSize: (name, count) => `${name}: at least ${entries(count)}, please.`,
  arrayMaxSize: (name, count) => `${name}: at most ${entries(count)}, please.`,
  maxLength: (name, count) => `${name}: at most ${count} characters, please.`,
  min: (name, count) => `${name}: at least ${count}, please.`,
  max: (name, count) => `${name}: at most ${count}, please.`,
  isInt: (name) => `${name}: a whole number, please.`,
};

/** `ownerId` is "Owner" to people, `commitmentIds` are "Commitments". */
function named(property: string): string {
  const words = property.replace(/(?<=\w)Id(s?)$/, '$1').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const sentence = (reason: string): string =>
  `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${/[.!?]$/.test(reason) ? '' : '.'}`;
