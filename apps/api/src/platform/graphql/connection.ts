import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class PageInfo {
  @Field()
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

/** One page of a list that can grow; the next one starts after `pageInfo.endCursor`. */
export interface Connection<T> {
  edges: Edge<T>[];
  pageInfo: PageInfo;
}

/** Declares `NameEdge`, and the fields that `NameConnection` inherits; call it once for each node type. */
export function connectionOf<T>(node: Type<T>, name: string): Type<Connection<T>> {
  @ObjectType(`${name}Edge`)
  class NodeEdge {
    @Field()
    cursor!: string;

    @Field(() => node)
    node!: T;
  }

  @ObjectType({ isAbstract: true })
  class NodeConnection {
    @Field(() => [NodeEdge])
    edges!: NodeEdge[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;
  }
  return NodeConnection;
}

/** As `connectionOf`, for lists that also say how long they are without paging. */
export function countedConnectionOf<T>(node: Type<T>, name: string): Type<Connection<T> & { totalCount: number }> {
  @ObjectType({ isAbstract: true })
  class CountedConnection extends connectionOf(node as Type<object>, name) {
    @Field(() => Int)
    totalCount!: number;
  }
  return CountedConnection as unknown as Type<Connection<T> & { totalCount: number }>;
}
