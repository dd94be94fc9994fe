import { useAct } from '../app/use-act';
import { CatalogDocument, ServiceChoosingDocument, SetFavouriteDocument } from '../generated/graphql';
import { Star } from './star';

type Props = { service: { id: string; name: string; viewerFavourite: boolean } };

/** Marks a service. */
export function FavouriteStar({ service: { id, name, viewerFavourite } }: Props) {
  const set = useAct(SetFavouriteDocument, { changes: [CatalogDocument, ServiceChoosingDocument] });
  return (
    <Star
      name={name}
      marked={viewerFavourite}
      waiting={set.isPending}
      onMark={(favourite) => set.mutate({ serviceId: id, favourite })}
    />
  );
}
