import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { query } from '../../app/query';
import { PreviewImportDocument, type PreviewImportInput } from '../../generated/graphql';

/**
 * What comes out of a file.
 *
 * @param input null = there is nothing to look at yet.
 * @param live It changes while one types: what was there stays until the next is.
 */
export function usePreview(input: PreviewImportInput | null, live = false) {
  return useQuery({
    ...query(PreviewImportDocument, { input: input ?? { uploadId: '', kind: 'TICKETS' } }),
    enabled: input !== null,
    placeholderData: live ? keepPreviousData : undefined,
    retry: false,
  });
}
