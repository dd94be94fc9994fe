import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import type { RetiringWordsFragment } from '../generated/graphql';
import { formatDay } from '../ui/format-instant';

/** Until when a plan serves, and what takes its place. */
export function RetiringWords({ retiring: { endsOn, successor } }: { retiring: RetiringWordsFragment }) {
  const { t } = useTranslation();
  const name = successor && `${successor.service.name}, ${successor.name}`;
  return (
    <>
      {t('catalog.retiring.plan', { day: formatDay(endsOn) })}{' '}
      {successor && (
        <TextLink to="/catalog/$slug" params={{ slug: successor.service.slug }} underline="always">
          {t('catalog.retiring.instead', { name })}
        </TextLink>
      )}
    </>
  );
}
