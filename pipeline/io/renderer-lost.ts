/** A tab's renderer was ended from outside: by a person, or by a system that is short of memory. */
export class RendererKilled extends Error {
  constructor() {
    super('the renderer was killed')
  }
}

/** A tab's renderer answers nothing, not even what is heard while a script runs without end. */
export class RendererFrozen extends Error {
  constructor() {
    super('the renderer does not answer')
  }
}
