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
