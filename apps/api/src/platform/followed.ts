import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * A value that a piece of work and whatever it waits for can ask for, and nobody else.
 * While Node follows promises, every `await` of the process is several times as dear: it does so only while there is work.
 */
export class Followed<T> {
  readonly #storage = new AsyncLocalStorage<T>();
  #running = 0;

  /** Of the work that asks; undefined outside of all. */
  get value(): T | undefined {
    return this.#storage.getStore();
  }

  async during<R>(value: T, work: () => Promise<R>): Promise<R> {
    this.#running++;
    try {
      return await this.#storage.run(value, work);
    } finally {
      this.#running--;
      if (this.#running === 0) this.#storage.disable();
    }
  }
}
