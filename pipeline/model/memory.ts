/**
 * Remembers what was made before, by all that it was made of. Whoever asks cannot tell whether
 * something was made now or remembered: `make` must depend on nothing but `inputs` and the code.
 */
export interface Memory {
  /**
   * What `make` gives for these inputs: plain data.
   *
   * @param kind what is made; each kind has one shape
   */
  readonly recall: <Value>(kind: string, inputs: unknown, make: () => Value) => Value
  /** The same for a text, which is not read before it is wanted. */
  readonly text: <Content extends string>(
    kind: string,
    inputs: unknown,
    make: () => Content,
  ) => Text<Content>
  /** A text that is quickly made of another: made each time, and nothing of it is kept. */
  readonly derived: (from: Text, make: (text: string) => string) => Text
  /** A name for data, by what it holds: as an input it is not looked through again. */
  readonly name: (value: object) => string
  /** Say what data is called, as `name` did when it was made; it may not change any more. */
  readonly named: (value: object, name: string) => void
}

/** A text that need not be in memory. */
export interface Text<Content extends string = string> {
  /** SHA-256 (hex), where somebody has worked it out. */
  readonly sha256: string | undefined
  readonly read: () => Content
}

/** Remembers nothing: everything is made when it is asked for. */
export const forgetful: Memory = {
  recall: (_kind, _inputs, make) => make(),
  text(_kind, _inputs, make) {
    const content = make()
    return {sha256: undefined, read: () => content}
  },
  derived(from, make) {
    const content = make(from.read())
    return {sha256: undefined, read: () => content}
  },
  name: () => '',
  named: () => {},
}
