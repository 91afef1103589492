import { Button } from 'react-aria-components';
import type { Proposal } from '../../state/app-state.ts';
import { cx } from '../cx.ts';
import panel from '../panel.module.css';
import { useStore } from '../store-context.ts';
import controls from './controls.module.css';

interface FailureNoteProps {
  readonly message: string;
  readonly proposal: Proposal | undefined;
}

/** What went wrong, and the way out when there is one. */
export function FailureNote({ message, proposal }: FailureNoteProps) {
  return (
    <div className={panel.failure} role="alert">
      <p>{message}</p>
      {proposal !== undefined && <ProposalButton proposal={proposal} />}
    </div>
  );
}

export function ProposalButton({ proposal: { label, patch } }: { readonly proposal: Proposal }) {
  const store = useStore();
  return (
    <Button className={cx(controls.button)} onPress={() => store.dispatch({ type: 'set', patch })}>
      {label}
    </Button>
  );
}
