/**
 * A function that remembers its last few answers by key, so that a change of one setting recomputes only what depends
 * on it. The key must hold everything the answer depends on.
 */
export function remember<A, R>(keyOf: (arg: A) => string, make: (arg: A) => R, keep = 2): (arg: A) => R {
  const answers = new Map<string, R>();
  return (arg) => {
    const key = keyOf(arg);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const made = make(arg);
    answers.set(key, made);
    for (const oldest of answers.keys()) {
      if (answers.size <= keep) break;
      answers.delete(oldest);
    }
    return made;
  };
}

/** Names an object by what it is, not by what it says: the same object has the same key, an equal one another. */
export function identityKeys<T extends object>(): (thing: T) => string {
  const keys = new WeakMap<T, string>();
  let next = 0;
  return (thing) => {
    const known = keys.get(thing);
    if (known !== undefined) return known;
    const key = String(next++);
    keys.set(thing, key);
    return key;
  };
}
