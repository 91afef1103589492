import { X } from 'lucide-react';
import { useEffect } from 'react';
import { IconButton } from '../controls/IconButton.tsx';
import { cx } from '../cx.ts';
import { useSlice, useStore } from '../store-context.ts';
import styles from './shell.module.css';

const SHOWN_MS = 8_000;

/** One message at a time; what went wrong stays until it is closed. */
export function ToastBar() {
  const store = useStore();
  const toast = useSlice((state) => state.toast);
  useEffect(() => {
    if (toast?.kind !== 'info') return;
    const timer = setTimeout(() => store.dispatch({ type: 'toast', toast: null }), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, store]);
  return (
    <div className={styles.toasts} role={toast?.kind === 'error' ? 'alert' : 'status'}>
      {toast !== null && (
        <div className={cx(styles.toast, toast.kind === 'error' && styles.toastError)}>
          <p>{toast.message}</p>
          <IconButton icon={X} label="Close message" onPress={() => store.dispatch({ type: 'toast', toast: null })} />
        </div>
      )}
    </div>
  );
}
