import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session';
import { PageHeader } from '../ui/page-header';
import { DemoPeople } from './demo-people';
import { SignInForm } from './sign-in-form';
import { SignInPicture } from './sign-in-picture';
import classes from './sign-in-page.module.css';

const FirstAdministratorForm = lazy(() =>
  import('./first-administrator-form').then((module) => ({ default: module.FirstAdministratorForm })),
);

const ChoosePasswordForm = lazy(() =>
  import('./choose-password-form').then((module) => ({ default: module.ChoosePasswordForm })),
);

const route = getRouteApi('/signin');

/** The door: sign in, choose a password of one's own, step in as a demo person, or set up an empty installation. */
export function SignInPage() {
  const { t } = useTranslation();
  const { return: address } = route.useSearch();
  const { enterprise, needsFirstAdministrator, mustChoosePassword, demoPeople } = useSession();
  return (
    <div className={classes.page}>
      <SignInPicture />
      <main className={classes.main}>
        <div className={classes.column}>
          {needsFirstAdministrator ? (
            <>
              <PageHeader title={t('people.setUp.title')} subtitle={t('people.setUp.subtitle')} />
              <Suspense>
                <FirstAdministratorForm />
              </Suspense>
            </>
          ) : mustChoosePassword ? (
            <>
              <PageHeader
                above={enterprise.name}
                title={t('people.choosePassword.title')}
                subtitle={t('people.choosePassword.subtitle')}
              />
              <Suspense>
                <ChoosePasswordForm address={address} />
              </Suspense>
            </>
          ) : (
            <>
              <PageHeader above={enterprise.name} title={t('people.signIn.title')} />
              {demoPeople.length > 0 && <DemoPeople people={demoPeople} address={address} />}
              <SignInForm address={address} quiet={demoPeople.length > 0} />
            </>
          )}
        </div>
      </main>
    </div>
  );
}
