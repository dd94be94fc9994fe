import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed } from '../app/field-rules';
import { TextField } from '../ui/text-field';
import './choosing-words';
import { DraftDialog, type DraftDialogProps } from './draft-dialog';
import { WordsFields, wordsOf, wordsShape } from './service-fields';
import { rowsOf, serviceRows, ServiceRows, servicesIn } from './service-rows';

const schema = z.object({ name: needed, ...wordsShape, supportingServices: serviceRows, relatedServices: serviceRows });
type Props = DraftDialogProps & { slug: string; named: readonly { id: string; slug: string; name: string }[] };

/** What customers read of the service: its words, what it rests on, and to what it points. */
export function WordsDialog({ slug, named, ...props }: Props) {
  const { t } = useTranslation();
  const { name, outcome, description, synonyms, supportingServices, relatedServices } = props.definition;
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      name,
      outcome,
      description,
      synonyms: synonyms.join(', '),
      supportingServices: rowsOf(supportingServices),
      relatedServices: rowsOf(relatedServices),
    },
  });
  return (
    <DraftDialog
      {...props}
      title={t('catalog.words.change')}
      form={form}
      size="lg"
      change={(values) => ({
        ...values,
        synonyms: wordsOf(values.synonyms),
        supportingServices: servicesIn(values.supportingServices),
        relatedServices: servicesIn(values.relatedServices),
      })}
    >
      <TextField name="name" label={t('people.name')} required />
      <WordsFields />
      <ServiceRows
        name="supportingServices"
        label={t('catalog.support.title')}
        empty={t('catalog.support.none')}
        by="slug"
        without={slug}
        initial={named}
      />
      <ServiceRows
        name="relatedServices"
        label={t('choosing.points.title')}
        empty={t('choosing.points.none')}
        by="slug"
        without={slug}
        initial={named}
      />
    </DraftDialog>
  );
}
