/** The browser's storage where there is one: switched off or full, it remembers nothing and the app goes on. */

export type Remembering = Pick<Storage, 'getItem' | 'setItem' | 'clear'>;

/** @param open may throw, as browsers do when storage is switched off */
export function quietStorage(open: () => Remembering): Remembering {
  const trying = <T>(use: (storage: Remembering) => T, otherwise: T): T => {
    try {
      return use(open());
    } catch {
      return otherwise;
    }
  };
  return {
    getItem: (key) => trying((storage) => storage.getItem(key), null),
    setItem: (key, value) => trying((storage) => storage.setItem(key, value), undefined),
    clear: () => trying((storage) => storage.clear(), undefined),
  };
}
