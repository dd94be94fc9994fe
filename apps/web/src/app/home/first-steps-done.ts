import type { LinkProps } from '@tanstack/react-router';
import type { FirstStepsQuery, Role } from '../../generated/graphql';
import type { Viewer } from '../session';

type Step = {
  /** The role without which the step cannot be taken. */
  needs: Role;
  key: 'people' | 'provider' | 'service' | 'calendar' | 'agreement' | 'measurement';
  done: boolean;
  /** Whether the viewer has the right to take the step. */
  may: boolean;
  link: Pick<LinkProps, 'to' | 'params' | 'search'>;
};
type Rights = Pick<
  Viewer,
  | 'person'
  | 'viewerCanManageProviders'
  | 'viewerCanManageServices'
  | 'viewerCanManageCalendars'
  | 'viewerCanManageAgreements'
  | 'viewerCanMeasure'
>;

/** The steps from nothing to the first judged commitment, with what is done by what there is. */
export function firstSteps(found: FirstStepsQuery, viewer: Rights): Step[] {
  const office = found.people.edges.some(({ node }) =>
    node.roles?.some(({ role, state, endedAt }) => role === 'BT_OFFICE' && state === 'APPROVED' && !endedAt),
  );
  const [draft] = found.agreements.edges;
  const agreed = found.agreements.edges.some(({ node }) => node.current !== null);
  const judged = found.commitments.edges.some(({ node }) => node.result && node.result.verdict !== 'INSUFFICIENT_DATA');
  return [
    {
      key: 'people',
      needs: 'ADMINISTRATOR',
      done: office,
      may: true,
      link: { to: '/admin/people/$id', params: { id: viewer.person.id } },
    },
    {
      key: 'provider',
      needs: 'BT_OFFICE',
      done: found.providers.totalCount > 0,
      may: viewer.viewerCanManageProviders,
      link: { to: '/providers', search: { add: true } },
    },
    {
      key: 'service',
      needs: 'BT_OFFICE',
      done: found.services.totalCount > 0,
      may: viewer.viewerCanManageServices,
      link: { to: '/manage/services', search: { add: true } },
    },
    {
      // Around the clock is there from the start; further hours are a choice.
      key: 'calendar',
      needs: 'BT_OFFICE',
      done: found.calendars.length > 0,
      may: viewer.viewerCanManageCalendars,
      link: { to: '/manage/calendars' },
    },
    {
      key: 'agreement',
      needs: 'BT_OFFICE',
      done: agreed,
      may: viewer.viewerCanManageAgreements,
      link:
        draft && !agreed
          ? { to: '/agreements/$slug', params: { slug: draft.node.slug } }
          : { to: '/agreements', search: { add: true } },
    },
    {
      key: 'measurement',
      needs: 'SERVICE_MANAGER',
      done: judged,
      may: viewer.viewerCanMeasure,
      link: { to: '/manage/downtime' },
    },
  ];
}
