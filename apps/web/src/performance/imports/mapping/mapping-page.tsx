import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { query } from '../../../app/query';
import { isRequestError } from '../../../app/request-error';
import { ExamineUploadDocument, ImportProfilesDocument } from '../../../generated/graphql';
import { Breadcrumbs } from '../../../ui/breadcrumbs';
import { EmptyState } from '../../../ui/empty-state';
import { Loaded } from '../../../ui/loaded';
import { onDemand } from '../../../ui/on-demand';
import { PageHeader } from '../../../ui/page-header';
import { RefusalPanel } from '../../../ui/refusal-panel';
import { Refused } from '../../../ui/refused';
import { partings } from './partings';
import '../../words';
import './words';

const Mapping = onDemand(() => import('./mapping').then((module) => module.Mapping));

const route = getRouteApi('/shell/imports/map');

/** Says what the columns of a file mean, and sees at once what comes out. */
export function MappingPage() {
  const { t } = useTranslation();
  const { upload, kind = 'TICKETS', profile, parted, encoding } = route.useSearch();
  const navigate = route.useNavigate();
  const delimiter = parted && partings[parted];
  const examined = useQuery({
    ...query(ExamineUploadDocument, { input: { uploadId: upload ?? '', kind, delimiter, encoding } }),
    enabled: upload !== undefined,
    placeholderData: undefined,
    retry: false,
  });
  const profiles = useQuery(query(ImportProfilesDocument, {}));
  const header = (
    <PageHeader
      title={t('mapping.title')}
      subtitle={t('mapping.subtitle', { file: examined.data?.examineUpload.fileName ?? '' })}
      above={<Breadcrumbs crumbs={[{ label: t('performance.imports.title'), to: '/imports' }]} />}
    />
  );
  const refusal = isRequestError(examined.error) ? examined.error.refusal : undefined;
  if (!upload || refusal) {
    return (
      <>
        {header}
        {refusal && <RefusalPanel refused={new Refused([refusal])} />}
        <EmptyState
          kind="nothingYet"
          title={t('mapping.noFile')}
          action={
            <Button component={Link} to="/imports">
              {t('mapping.sendFile')}
            </Button>
          }
        >
          {t('mapping.noFileWords')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {header}
      <Loaded query={examined}>
        {({ examineUpload }) => (
          <Loaded query={profiles}>
            {({ importProfiles }) => (
              <Mapping
                // Read otherwise, or begun with another profile, it is another mapping.
                key={[kind, profile, parted, encoding].join()}
                uploadId={upload}
                kind={kind}
                file={examineUpload}
                profiles={importProfiles.filter((one) => one.kind === kind)}
                start={importProfiles.find(({ id }) => id === profile)}
                onStart={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
