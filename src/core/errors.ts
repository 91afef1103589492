/** Raised for what a person must mend: the message says what was found and what to do. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** Raised when the caller cancelled. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
  constructor() {
    super('Cancelled.');
  }
}
