/** The same values in the same order, each being made while the one before it is in use. */
export async function* ahead<T>(source: AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  try {
    for (let coming = source.next(); ;) {
      const { done, value } = await coming;
      if (done) return;
      coming = source.next();
      coming.catch(() => {}); // It is thrown when its turn comes.
      yield value;
    }
  } finally {
    await source.return();
  }
}
