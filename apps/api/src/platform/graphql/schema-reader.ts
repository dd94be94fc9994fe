import { DomainError } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Response } from 'express';
import { GraphQLError, parse, validate } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { Act } from '../act/act.js';
import { Acts } from '../act/acts.js';
import { Database } from '../database/database.js';
import type { GraphContext } from './graph-context.js';
import { Loaders } from './loaders.js';

/**
 * Asks the schema from within what a screen asks from outside: the same fields by the same rights. For what is made of
 * a screen, such as its file.
 */
@Injectable()
export class SchemaReader {
  private readonly compiled = new Map<string, CompiledQuery>();

  constructor(
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly host: GraphQLSchemaHost,
  ) {}

  /**
   * @param document A constant of ours: each is compiled once and kept.
   * @throws {DomainError} `INVALID` when a variable is not of its type; else what the first field refused.
   */
  async read<Answer>(act: Act, document: string, variables: object): Promise<Answer> {
    const context: GraphContext = {
      req: this.acts.standIn(act),
      // Nothing that is read answers by headers.
      res: {} as Response,
      act,
      loaders: new Loaders({ manager: this.database.read, act }),
    };
    const answer = await this.queryOf(document).query({}, context, { ...variables });
    const [error] = answer.errors ?? [];
    // Values that the schema does not know: nothing was asked yet.
    if (error && !('data' in answer)) throw unknownValue(error.message);
    if (error) throw causeOf(error);
    return answer.data as Answer;
  }

  private queryOf(document: string): CompiledQuery {
    const known = this.compiled.get(document);
    if (known) return known;
    const ast = parse(document);
    // The compiler leaves out what the schema does not know, without a word.
    const [fault] = validate(this.host.schema, ast);
    if (fault) throw fault;
    const query = compileQuery(this.host.schema, ast);
    if (!isCompiledQuery(query)) throw new Error(query.errors?.[0]?.message ?? 'The document cannot be compiled.');
    this.compiled.set(document, query);
    return query;
  }
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}

/** Says which value of an address the schema does not know, and not of which type of ours it would have to be. */
function unknownValue(message: string): DomainError {
  const [, name, value] = /^Variable "\$(\w+)" got invalid value ("[^"]*"|\S+?)[; ]/.exec(message) ?? [];
  return name
    ? new DomainError('INVALID', `${value} is none of the values of ${name}.`, [name])
    : new DomainError('INVALID', message);
}
