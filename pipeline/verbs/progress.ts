import type {Step} from '../host.ts'
import type {Call} from './verb.ts'

/** Shows how far a run is, beside the result: one line a stage, redrawn where a person watches. */
export interface Progress {
  readonly say: (step: Step) => void
  /** The text that wipes an unfinished line; empty where there is none. */
  readonly clear: () => string
}

/** From how many pages on a log is told how far it is. */
const long = 100

/** Progress for this call; silent for machines that asked for JSON. */
export function progress({tell, terminal, has}: Call): Progress {
  if (has('json')) return {say: () => {}, clear: () => ''}
  let open = false
  let told = 0
  return {
    say({stage, done, of, what}) {
      // Reading pages from a server and looking at them is told page by page, in a log by tenths; every
      // other stage once, when it has ended.
      const finished = done >= of || (stage !== 'check' && stage !== 'read')
      const tenth = Math.floor((done * 10) / of)
      const isTold = finished || terminal.live || (of >= long && tenth > told)
      told = finished ? 0 : Math.max(told, tenth)
      if (!isTold) return
      const things = done === 1 && of <= 1 ? what.replace(/s(?= |$)/, '') : what
      const count = finished
        ? `${done < of ? `${done} of ${of}` : done} ${things}`
        : `${done}/${of} ${things}`
      const ends = finished || !terminal.live
      tell(`${open ? '\r\u001B[K' : ''}  ${stage.padEnd(10)} ${count}${ends ? '\n' : ''}`)
      open = !ends
    },
    clear: () => (open ? '\r\u001B[K' : ''),
  }
}
