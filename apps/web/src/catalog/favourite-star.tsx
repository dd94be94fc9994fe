import { ActionIcon } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { CatalogDocument, ServiceChoosingDocument, SetFavouriteDocument } from '../generated/graphql';
import './choosing-words';

type Props = { service: { id: string; name: string; viewerFavourite: boolean } };

/** Marks a service, to find it again; nobody else sees it. */
export function FavouriteStar({ service: { id, name, viewerFavourite } }: Props) {
  const { t } = useTranslation();
  const set = useAct(SetFavouriteDocument, { changes: [CatalogDocument, ServiceChoosingDocument] });
  const Icon = viewerFavourite ? IconStarFilled : IconStar;
  return (
    <ActionIcon
      variant="subtle"
      size="md"
      color={viewerFavourite ? 'yellow' : 'gray'}
      aria-label={t(viewerFavourite ? 'choosing.unmark' : 'choosing.mark', { name })}
      aria-pressed={viewerFavourite}
      disabled={set.isPending}
      onClick={() => set.mutate({ serviceId: id, favourite: !viewerFavourite })}
    >
      <Icon size={18} stroke={1.7} aria-hidden />
    </ActionIcon>
  );
}
