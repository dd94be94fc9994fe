import { useQuery } from '@tanstack/react-query';
import { query } from '../../app/query';
import { ResultPicturesDocument, type ResultPicturesQuery } from '../../generated/graphql';
import type { ResultKey } from './result-keys';

export type Pictures = NonNullable<NonNullable<ResultPicturesQuery['commitment']>['result']>;

/** What the pictures of a result show beside its own period; undefined while it is on its way. */
export function usePictures(key: ResultKey): Pictures | undefined {
  return useQuery(query(ResultPicturesDocument, key)).data?.commitment?.result ?? undefined;
}
