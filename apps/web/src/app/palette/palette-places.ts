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
  link: Pick<LinkProps, 'to' | 'params' | 'search'>;
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
  const own = (key: string, label: string, to: Target['link']['to']) => ({
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

/** Whether each word of the text begins one of the words. */
export function isAbout(words: string, text: string): boolean {
  const known = words.toLowerCase().split(/\s+/);
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((typed) => known.some((word) => word.startsWith(typed)));
}
