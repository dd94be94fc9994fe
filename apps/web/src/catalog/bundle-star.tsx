import { useAct } from '../app/use-act';
import { BundlePageDocument, BundlesDocument, SetBundleFavouriteDocument } from '../generated/graphql';
import { Star } from './star';

type Props = { bundle: { id: string; name: string; viewerFavourite: boolean } };

/** Marks a bundle. */
export function BundleStar({ bundle: { id, name, viewerFavourite } }: Props) {
  const set = useAct(SetBundleFavouriteDocument, { changes: [BundlesDocument, BundlePageDocument] });
  return (
    <Star
      name={name}
      marked={viewerFavourite}
      waiting={set.isPending}
      onMark={(favourite) => set.mutate({ bundleId: id, favourite })}
    />
  );
}
