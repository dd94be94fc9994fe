import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Role } from '../generated/graphql';
import { OpenOrders } from '../orders/open-orders';
import { WorkInHand } from '../orders/work-in-hand';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { CommitmentsStanding } from './home/commitments-standing';
import { FirstSteps } from './home/first-steps';
import { HomeSearch } from './home/home-search';
import { OwnProviders } from './home/own-providers';
import { OwnServices } from './home/own-services';
import { SuggestedServices } from './home/suggested-services';
import { WaitingForMe } from './home/waiting-for-me';
import { isOutside } from './is-outside';
import { useViewer } from './session';

const OpenRetirements = onDemand(() =>
  import('../catalog/retirement/open-retirements').then((module) => module.OpenRetirements),
);

/** Who looks after more than what they use. */
const answering = new Set<Role>([
  'SERVICE_MANAGER',
  'SERVICE_OWNER',
  'VENDOR_MANAGER',
  'BT_OFFICE',
  'EXECUTIVE',
  'AUDITOR',
]);

/** What a person needs today: a service, what waits for them, and how that for which they answer stands. */
export function HomePage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { person, roles, viewerCanManagePeople, viewerCanFulfil } = viewer;
  const outside = isOutside(viewer);
  const answers = roles.some(({ role }) => answering.has(role));
  return (
    <>
      <PageHeader
        title={t('app.home.title', { name: person.name.split(' ')[0] })}
        subtitle={outside ? t('app.home.outside') : t('app.home.subtitle')}
      />
      <Stack gap="lg">
        {outside ? (
          <>
            <WaitingForMe />
            <OwnProviders />
          </>
        ) : (
          <>
            <HomeSearch />
            {viewerCanManagePeople && <FirstSteps />}
            <WaitingForMe />
            {viewerCanFulfil && <WorkInHand />}
            <OpenOrders />
            {answers && <OpenRetirements />}
            {answers && <CommitmentsStanding />}
            <OwnServices />
            <SuggestedServices />
          </>
        )}
      </Stack>
    </>
  );
}
