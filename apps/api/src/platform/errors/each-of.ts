import type { ArgumentMetadata, PipeTransform, Type } from '@nestjs/common';
import { inputPipe } from './input-pipe.js';
import { InvalidInput } from './invalid-input.js';

/**
 * Checks an argument that is a list of an input class, each by the rules of the class: a list does not say of what it is,
 * so that the pipe of all inputs leaves it alone.
 */
export const eachOf = (input: Type<object>): PipeTransform<object[], Promise<object[]>> => ({
  transform: (list, metadata) =>
    Promise.all(list.map((one, nth) => checked(one, { ...metadata, metatype: input }, String(nth)))),
});

async function checked(one: object, metadata: ArgumentMetadata, nth: string): Promise<object> {
  try {
    return (await inputPipe.transform(one, metadata)) as object;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw error.within(metadata.data === undefined ? [nth] : [metadata.data, nth]);
  }
}
