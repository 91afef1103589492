import { useEffect, useRef } from 'react';
import { type Command, commandOf } from './shortcuts.ts';

/** Runs the command of a key; keys belong to text fields, open dialogs and lists first. */
export function useCommands(letterKeys: boolean, presenting: boolean, run: (command: Command) => void): void {
  const latest = useRef({ run, letterKeys, presenting });
  latest.current = { run, letterKeys, presenting };
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      const typing =
        target?.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"]') !=
        null;
      const inDialog = target?.closest('[role="dialog"], [role="alertdialog"]') != null;
      const command = commandOf(event, typing || inDialog, latest.current.letterKeys, latest.current.presenting);
      if (command === null) return;
      event.preventDefault();
      latest.current.run(command);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
