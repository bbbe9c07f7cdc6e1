/**
 * What Node 20 lacks of the language as it is used here. The command line is started by whatever node a person has, and brings no
 * packages along.
 */
const older: { groupBy?: unknown } = Map;
if (older.groupBy === undefined) {
  Object.defineProperty(Map, 'groupBy', {
    value: <K, V>(values: Iterable<V>, keyOf: (value: V, index: number) => K): Map<K, V[]> => {
      const groups = new Map<K, V[]>();
      let index = 0;
      for (const value of values) {
        const key = keyOf(value, index++);
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [value]);
        else group.push(value);
      }
      return groups;
    },
  });
}

const olderPromise: { withResolvers?: unknown } = Promise;
if (olderPromise.withResolvers === undefined) {
  Object.defineProperty(Promise, 'withResolvers', {
    value: <T>() => {
      let resolve: ((value: T) => void) | undefined;
      let reject: ((reason: unknown) => void) | undefined;
      const promise = new Promise<T>((onValue, onError) => {
        resolve = onValue;
        reject = onError;
      });
      return { promise, resolve, reject };
    },
  });
}
