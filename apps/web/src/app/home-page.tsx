import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/page-header';
import { CommitmentsStanding } from './home/commitments-standing';
import { FirstSteps } from './home/first-steps';
import { HomeSearch } from './home/home-search';
import { OwnProviders } from './home/own-providers';
import { OwnServices } from './home/own-services';
import { SuggestedServices } from './home/suggested-services';
import { WaitingForMe } from './home/waiting-for-me';
import { useViewer } from './session';

/** What a person needs today: a service, what waits for them, and how that for which they answer stands. */
export function HomePage() {
  const { t } = useTranslation();
  const { person, roles, viewerCanManagePeople, viewerCanSeeCommitments } = useViewer();
  const outside = roles.length > 0 && roles.every(({ role }) => role === 'PROVIDER_CONTACT');
  return (
    <>
      <PageHeader
        title={t('app.home.title', { name: person.name.split(' ')[0] })}
        subtitle={outside ? t('app.home.outside') : t('app.home.subtitle')}
      />
      <Stack gap="lg">
        {outside ? (
          <OwnProviders />
        ) : (
          <>
            <HomeSearch />
            {viewerCanManagePeople && <FirstSteps />}
            <WaitingForMe />
            {viewerCanSeeCommitments && <CommitmentsStanding />}
            <OwnServices />
            <SuggestedServices />
          </>
        )}
      </Stack>
    </>
  );
}
