/**
 * The version of every rule in this library. Store it with each result: a closed period stays judged by the rules
 * it was closed under. It changes whenever the same terms and evidence could give another figure.
 */
export const RULE_VERSION = '1';
