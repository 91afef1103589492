import { Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components';
import { cx } from '../cx.ts';
import styles from './controls.module.css';

export interface Choice<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** The rule or the size in words. */
  readonly words?: string;
  /** A short tag behind the title: "upper bound". */
  readonly tag?: string;
  /** Why it cannot be chosen, or what is doubtful about it. */
  readonly why?: string;
  readonly disabled?: boolean;
}

interface ChoicesProps<Id extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Id>[];
  readonly value: Id;
  readonly onChoose: (id: Id) => void;
}

/** One of several, each with its words; what cannot be chosen stands there with the reason. */
export function Choices<Id extends string>({ label, choices, value, onChoose }: ChoicesProps<Id>) {
  const choose = (id: string) => {
    const choice = choices.find((candidate) => candidate.id === id);
    if (choice !== undefined) onChoose(choice.id);
  };
  return (
    <RadioGroup className={cx(styles.group)} value={value} onChange={choose}>
      <Label className={cx(styles.groupLabel)}>{label}</Label>
      {choices.map((choice) => (
        <RadioField
          key={choice.id}
          value={choice.id}
          isDisabled={choice.disabled ?? false}
          className={cx(styles.choice)}
        >
          <RadioButton className={cx(styles.radio)}>
            <span className={styles.dot} aria-hidden />
            <span>{choice.title}</span>
            {choice.tag !== undefined && <span className={styles.tag}>{choice.tag}</span>}
          </RadioButton>
          {(choice.words !== undefined || choice.why !== undefined) && (
            <Text slot="description" className={cx(styles.words)}>
              {choice.words}
              {choice.why !== undefined && <span className={styles.why}>{choice.why}</span>}
            </Text>
          )}
        </RadioField>
      ))}
    </RadioGroup>
  );
}
