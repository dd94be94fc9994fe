import type { OrderForm } from '@accord/domain';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { AnswerFields } from '../../orders/form/answer-fields';
import './form-words';
import classes from './question-fields.module.css';

/** A form as it will look to who orders, to be tried out. */
export function FormPreview({ form, fault }: { form: OrderForm | null; fault: string | null }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('form.preview')}>
      <p>
        <strong>{t('form.preview')}</strong>
      </p>
      {fault && (
        <p role="status" className={classes.fault}>
          {fault}
        </p>
      )}
      {form ? (
        <Fields key={JSON.stringify(form)} form={form} />
      ) : (
        !fault && <p className="quiet">{t('form.noPreview')}</p>
      )}
    </section>
  );
}

function Fields({ form }: { form: OrderForm }) {
  const tried = useForm({ defaultValues: { answers: {} } });
  return (
    <FormProvider {...tried}>
      <div className={classes.fields}>
        <AnswerFields form={form} />
      </div>
    </FormProvider>
  );
}
