/** Files whose tests take longest: begun last, one of them would keep one worker busy when the others are done. */
const LONG =
  /test\/browser\/|stories\/(demo\/|permission-table|rewards\/privacy|platform\/start|orders\/parallel)|properties\.spec/;

/** The order of test files: in a fresh clone Jest's own knows nothing but their sizes. */
export default class LongTestsFirst {
  sort(tests) {
    return [...tests].sort((a, b) => Number(LONG.test(b.path)) - Number(LONG.test(a.path)));
  }

  cacheResults() {}
}
