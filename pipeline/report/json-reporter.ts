import {stringifyChunked} from '@discoveryjs/json-ext'
import type {Run} from '../model/run.ts'
import type {Reporter, ReportContext} from './context.ts'

/** A reporter that writes two-space JSON; of thousands of pages more than one text can hold. */
export function jsonReporter(
  {id, file}: Pick<Reporter, 'id' | 'file'>,
  tell: (run: Run, context: ReportContext) => unknown,
): Reporter {
  function* pieces(run: Run, context: ReportContext): Generator<string> {
    yield* stringifyChunked(tell(run, context), null, 2)
    yield '\n'
  }
  return {id, file, pieces, write: (run, context) => [...pieces(run, context)].join('')}
}

/** What is told of each of many things, made when it is written and then let go. */
export function toldOf<Thing>(
  things: readonly Thing[],
  tell: (thing: Thing) => unknown,
): readonly {readonly toJSON: () => unknown}[] {
  return things.map((thing) => ({toJSON: () => tell(thing)}))
}
