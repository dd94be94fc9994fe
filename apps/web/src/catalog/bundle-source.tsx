import { DomainError, parseBundleDefinition, type BundleDefinition } from '@accord/domain';
import { useDeferredValue } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Refused } from '../ui/refused';
import { TextField } from '../ui/text-field';
import './bundle-words';

/** A bundle as JSON; what is wrong with it stands below while one writes. Field `text`. */
export function BundleSource() {
  const { t } = useTranslation();
  const text = useDeferredValue(useWatch<{ text: string }, 'text'>({ name: 'text' }));
  const fault = faultOf(text);
  return (
    <>
      <TextField
        name="text"
        label={t('bundles.manage.source')}
        description={t('bundles.manage.sourceHint')}
        rows={18}
        required
      />
      <p role="status" className="quiet">
        {fault ?? t('bundles.manage.fine')}
      </p>
    </>
  );
}

/** @throws {Refused} At the field, when the text is no bundle. */
export function definitionIn(text: string): BundleDefinition {
  const fault = faultOf(text);
  if (fault) throw new Refused([{ code: 'MALFORMED_BUNDLE', field: ['text'], message: fault }]);
  return parseBundleDefinition(JSON.parse(text));
}

function faultOf(text: string): string | null {
  try {
    parseBundleDefinition(JSON.parse(text));
    return null;
  } catch (error) {
    return error instanceof DomainError || error instanceof SyntaxError ? error.message : String(error);
  }
}

/** What one starts a new bundle from. */
export const exampleBundle = {
  name: 'A place to work',
  outcome: 'A desk with everything that belongs to it.',
  description: '',
  synonyms: ['workplace'],
  parts: [
    { key: 'laptop', plan: 'service/plan', required: true, quantity: 1 },
    { key: 'screen', plan: 'other-service/plan', required: false, quantity: 1, most: 2 },
  ],
  form: {
    schema: {
      type: 'object',
      properties: { place: { type: 'string', title: 'Where to?', enum: ['to the desk', 'home'] } },
      required: ['place'],
    },
  },
  answers: [{ question: 'place', part: 'laptop', field: 'delivery' }],
};
