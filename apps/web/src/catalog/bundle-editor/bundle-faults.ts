import { parseBundleDefinition, type BundleDefinition } from '@accord/domain';
import type { TFunction } from 'i18next';
import { formFaults, placeOfFault, refusing } from '../form-editor/form-faults';
import { jsonIn } from '../form-editor/form-text';
import { Refused, type Refusal } from '../../ui/refused';
import { answersOf, bundleOfValues, type BundleEditorValues } from './bundle-editor-values';

/** The bundle that stands in the editor, by its fields or as text. @throws {Refused} At the field. */
export function bundleIn(values: BundleEditorValues, t: TFunction): BundleDefinition {
  if (values.mode === 'source') return bundleInText(values.text, t);
  const faults = missing(values, t);
  if (faults.length > 0) throw new Refused(faults);
  return refusing(
    () => parseBundleDefinition(bundleOfValues(values), []),
    (path) => placeOf(values, path),
  );
}

/** @throws {Refused} At the field `text`, with the path of what is wrong. */
export function bundleInText(text: string, t: TFunction): BundleDefinition {
  const given = jsonIn(text, t);
  return refusing(
    () => parseBundleDefinition(given),
    () => ['text'],
    'whole',
  );
}

function missing(values: BundleEditorValues, t: TFunction): Refusal[] {
  const needed = (...field: string[]): Refusal => ({ code: 'MISSING', field, message: t('ui.form.required') });
  return [
    ...(['name', 'outcome'] as const).filter((word) => values[word].trim() === '').map((word) => needed(word)),
    ...values.parts.flatMap(({ plan, quantity }, i) => [
      ...(plan ? [] : [needed('parts', String(i), 'plan')]),
      ...(quantity === null ? [needed('parts', String(i), 'quantity')] : []),
    ]),
    ...formFaults(values, t),
  ];
}

/** What the server refuses, said of the fields of the editor. */
export function atField(values: BundleEditorValues, { field, ...refusal }: Refusal): Refusal {
  if (field[0] !== 'definition') return { ...refusal, field };
  return { ...refusal, field: values.mode === 'source' ? ['text'] : placeOf(values, field.slice(1)) };
}

/** The field of the editor for a place in the definition. */
export function placeOf(values: BundleEditorValues, path: readonly string[]): string[] {
  const [list, place, name] = path;
  if (list === 'form') return placeOfFault(values, path.slice(1));
  if (list === 'parts' && name === 'key') return ['parts', place!, 'plan'];
  if (list !== 'answers') return [...path];
  const answer = answersOf(values)[Number(place)];
  return answer ? ['questions', String(answer.place), 'goesTo'] : ['questions'];
}
