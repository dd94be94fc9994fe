import { useTranslation } from 'react-i18next';
import { Breadcrumbs, type Crumb } from '../ui/breadcrumbs';

type Props = {
  /** What of the catalog the page is about, where it has a page of its own. */
  service?: { slug: string; name: string };
  bundle?: { slug: string; name: string };
};

/** A page below the catalog, or below what stands in it. */
export function CatalogCrumbs({ service, bundle }: Props) {
  const { t } = useTranslation();
  const crumbs: Crumb[] = [{ label: t('app.nav.catalog'), to: '/catalog' }];
  const below = ({ slug, name }: { slug: string; name: string }, to: Crumb['to']) =>
    crumbs.push({ label: name, to, params: { slug } as never });
  if (service) below(service, '/catalog/$slug');
  if (bundle) below(bundle, '/catalog/bundles/$slug');
  return <Breadcrumbs crumbs={crumbs} />;
}
