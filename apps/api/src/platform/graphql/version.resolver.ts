import { Query, Resolver } from '@nestjs/graphql';
import { Public } from '../act/public.decorator.js';

/** Stands in until the first noun brings a query: a GraphQL schema needs one. */
@Resolver()
export class VersionResolver {
  @Public()
  @Query(() => String)
  version(): string {
    return '0.1.0';
  }
}
