import { DomainError, type OrderForm, parseOrderForm } from '@accord/domain';
import type { TFunction } from 'i18next';
import { Refused, type Refusal } from '../../ui/refused';
import { isChoice, isNumber } from './question-kinds';
import { formOfValues, namesOf, type FormValues, optionsOf, type QuestionValues } from './question-values';

/** What a form cannot be kept without, each at its field. @param at Where the form stands among the values around it. */
export function formFaults({ questions }: FormValues, t: TFunction, at: readonly string[] = []): Refusal[] {
  const missing = (...field: string[]): Refusal => ({
    code: 'MISSING',
    field: [...at, 'questions', ...field],
    message: t('ui.form.required'),
  });
  return questions.flatMap((question, place): Refusal[] => [
    ...(question.title.trim() === '' ? [missing(String(place), 'title')] : []),
    ...(isChoice(question.kind) && optionsOf(question).length === 0 ? [missing(String(place), 'options')] : []),
    ...question.conditions.flatMap(({ question: tested, is, least, most }, i) => {
      const kind = questions.find(({ key }) => key === tested)?.kind;
      if (!kind) return [missing(String(place), 'conditions', String(i), 'question')];
      const isSaid = isNumber(kind) ? least !== null || most !== null : is.length > 0;
      const field = isNumber(kind) ? 'least' : 'is';
      const isOne = is.length <= 1 || kind === 'choice' || kind === 'radio';
      const at = [String(place), 'conditions', String(i), field];
      if (!isSaid) return [missing(...at)];
      return isOne ? [] : [{ ...missing(...at), message: t('form.when.one') }];
    }),
  ]);
}

/**
 * What the rules say of a form as it is written down, said of the fields of the editor.
 *
 * @param path Of the refusal, from the form on: `schema`, …
 */
export function placeOfFault(
  { questions, limits }: FormValues,
  path: readonly string[],
  at: readonly string[] = [],
): string[] {
  const names = namesOf(questions);
  const placeOf = (name: unknown) => questions.findIndex(({ key }) => names.get(key) === name);
  if (path[0] === 'quantityField') return [...at, 'quantity'];
  if (path[0] === 'limitFields') {
    const place = limits.findIndex(({ unitName }) => unitName === path[1]);
    return [...at, 'limits', String(place), 'question'];
  }
  if (path[0] === 'ui' && path[1] === 'hints') return inQuestion(at, placeOf(path[2]), 'title');
  const tested = path.indexOf('if');
  const named = path[path.indexOf('properties', tested + 1) + 1];
  if (tested >= 0) {
    const place = questions.findIndex(({ conditions }) =>
      conditions.some(({ question }) => names.get(question) === named),
    );
    return inQuestion(at, place, 'conditions');
  }
  return inQuestion(at, placeOf(named), fieldOf(path.at(-1) ?? ''));
}

function inQuestion(at: readonly string[], place: number, field: keyof QuestionValues): string[] {
  return place < 0 ? [...at, 'questions'] : [...at, 'questions', String(place), field];
}

function fieldOf(limit: string): keyof QuestionValues {
  if (limit === 'description') return 'description';
  if (/^(enum|oneOf|items|\d+)$/.test(limit)) return 'options';
  if (/^min/.test(limit)) return 'least';
  return /^max/.test(limit) ? 'most' : 'title';
}

/** The sentence alone: where it is, the field shows. */
const sentenceOf = ({ message, field = [] }: DomainError): string => {
  const path = `${field.join('.')}: `;
  return message.startsWith(path)
    ? message.charAt(path.length).toUpperCase() + message.slice(path.length + 1)
    : message;
};

/**
 * Runs a rule of the domain over what the editor says.
 *
 * @param told `whole`: the sentence names the path, since the field does not show it.
 * @throws {Refused} At the field of the editor.
 */
export function refusing<T>(
  rule: () => T,
  place: (path: readonly string[]) => string[],
  told: 'whole' | 'sentence' = 'sentence',
): T {
  try {
    return rule();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new Refused([
      {
        code: error.code,
        field: place(error.field ?? []),
        message: told === 'whole' ? error.message : sentenceOf(error),
      },
    ]);
  }
}

/** What can be shown of a form while one makes it: without the questions that are not whole yet. */
export function shownForm(values: FormValues, t: TFunction): OrderForm | null {
  const broken = new Set(formFaults(values, t).map(({ field }) => Number(field[1])));
  const questions = values.questions.filter((_, place) => !broken.has(place));
  try {
    return parseOrderForm(formOfValues({ ...values, questions }));
  } catch {
    return null;
  }
}
