import { queryOptions } from '@tanstack/react-query';
import { everyPage } from '../app/every-page';
import { request } from '../app/request';
import { MeasuredServicesDocument } from '../generated/graphql';

/** The services that something can be measured of, by name: all of them, however many there are. */
export const everyService = queryOptions({
  queryKey: ['MeasuredServices'] as const,
  queryFn: async ({ signal }) => {
    const pageAfter = async (after?: string | null) =>
      (await request(MeasuredServicesDocument, { after }, signal)).services;
    return (await everyPage(pageAfter)).edges.map(({ node }) => node);
  },
});
