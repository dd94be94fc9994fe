import type { LinkProps } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { Viewer } from '../session';
import { navigationFor } from '../shell/navigation-items';

/** Where the palette leads. */
export interface Target {
  /** One of its kind. */
  key: string;
  label: string;
  /** What tells it from another of the same name. */
  note: string;
  link?: Pick<LinkProps, 'to' | 'params' | 'search'>;
  /** In place of a link: what is done. */
  act?: () => void;
}

/** The screens that a viewer may open, as the menus name them; those that a text is about. */
export function placesOf(viewer: Viewer, text: string, t: TFunction): Target[] {
  const menu = navigationFor(viewer).flatMap(({ key: group, items }) =>
    items.map(({ key, to }) => ({
      key,
      label: t(`app.nav.${key}`),
      note: group ? t(`app.navGroup.${group}`) : '',
      link: { to },
    })),
  );
  const own = (key: string, label: string, to: LinkProps['to']) => ({
    key,
    label,
    note: t('app.palette.own'),
    link: { to },
  });
  const places = [
    ...menu,
    own('inbox', t('app.inbox'), '/inbox'),
    own('profile', t('people.profile.title'), '/settings/profile'),
    own('notifications', t('people.notifications'), '/settings/notifications'),
    own('views', t('app.views'), '/settings/views'),
    own('tokens', t('people.tokens'), '/settings/tokens'),
    own('display', t('app.display.title'), '/settings/display'),
  ];
  return places.filter(({ label, note }) => isAbout(`${label} ${note}`, text));
}

/** What can be begun from everywhere, by what the viewer needs for it. */
const BEGINNINGS = [
  ['draftAgreement', 'viewerCanManageAgreements', '/agreements'],
  ['addService', 'viewerCanManageServices', '/manage/services'],
  ['addProvider', 'viewerCanManageProviders', '/providers'],
  ['planReview', 'viewerCanManageReviews', '/reviews'],
  ['recordOutage', 'viewerCanMeasure', '/manage/downtime'],
  ['announceMaintenance', 'viewerCanMeasure', '/manage/downtime', { tab: 'maintenance' }],
  ['addSource', 'viewerCanMeasure', '/sources'],
  ['addPerson', 'viewerCanManagePeople', '/admin/people'],
] as const;

/** What the viewer may begin, as the screens that it begins on name it; what a text is about. */
export function beginningsOf(viewer: Viewer, text: string, t: TFunction): Target[] {
  const begun = BEGINNINGS.filter(([, right]) => viewer[right]).map(([key, , to, more]): Target => ({
    key: `begin-${key}`,
    label: t(`app.palette.begin.${key}`),
    note: '',
    link: { to: to as never, search: { add: true, ...more } as never },
  }));
  const files = { key: 'begin-import', label: t('app.palette.begin.importFile'), note: '', link: { to: '/imports' } };
  const all = viewer.viewerCanImport ? [...begun, files as Target] : begun;
  return all.filter(({ label }) => isAbout(label, text));
}

/** Whether each word of the text begins one of the words. */
export function isAbout(words: string, text: string): boolean {
  const known = words.toLowerCase().split(/\s+/);
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((typed) => known.some((word) => word.startsWith(typed)));
}
