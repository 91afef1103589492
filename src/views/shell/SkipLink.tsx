import styles from './shell.module.css';

/** First stop of the Tab key: over the bar and the map to the panel. The URL fragment holds settings, so it is a button. */
export function SkipLink() {
  const skip = () => {
    const list = document.querySelector<HTMLElement>('#ranked-list tr[tabindex="0"], aside h2');
    list?.focus();
  };
  return (
    <button type="button" className={styles.skip} onClick={skip}>
      Skip to the list
    </button>
  );
}
