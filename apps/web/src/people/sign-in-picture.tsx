import { useTranslation } from 'react-i18next';
import classes from './sign-in-picture.module.css';

const steps = ['measured', 'judged', 'credited', 'reviewed', 'rewarded'] as const;

/** What Accord is, in one sentence and the way a figure travels. */
export function SignInPicture() {
  const { t } = useTranslation();
  return (
    <aside className={classes.picture} aria-label={t('people.signIn.about')}>
      <div className={classes.mark}>
        <img src="/mark.svg" alt="" width={34} height={34} />
        Accord
      </div>
      <div className={classes.words}>
        <p className={classes.claim}>{t('people.signIn.claim')}</p>
        <ol className={classes.steps}>
          {steps.map((step) => (
            <li key={step}>
              <strong>{t(`people.signIn.steps.${step}.name`)}</strong>
              <span>{t(`people.signIn.steps.${step}.words`)}</span>
            </li>
          ))}
        </ol>
      </div>
      <p className={classes.foot}>{t('people.signIn.foot')}</p>
    </aside>
  );
}
