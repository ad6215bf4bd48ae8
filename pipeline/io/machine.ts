import {spawn} from 'node:child_process'
import {createInterface} from 'node:readline'
import type {Drafted, Machine, MachineConfig, MachineFailure} from '../model/draft.ts'

/** More than this in one answer, or of faults in all, is not a translation any more. */
const [longest, mostFaults] = [1_000_000, 20]

/**
 * A machine that is a command on this computer. It gets one JSON object a line on its standard
 * input, `{"id", "text", "from", "to"}`, and answers each, in any order, with a line
 * `{"id", "text"}` or `{"id", "error"}`. What it says on standard error is shown if it fails.
 *
 * @param folder where it runs
 */
export function commandMachine({command, timeLimit}: MachineConfig, folder: string): Machine {
  const [program = '', ...args] = command
  return (units, from, to) =>
    new Promise<Drafted>((resolve) => {
      const texts = new Map<string, string>()
      const failures: MachineFailure[] = []
      const asked = new Set(units.map(({id}) => id))
      let said = ''
      let silence: NodeJS.Timeout | undefined
      let ended = false
      const child = spawn(program, args, {cwd: folder, windowsHide: true})
      const end = (failure: MachineFailure | undefined) => {
        clearTimeout(silence)
        if (ended) return
        ended = true
        if (failure !== undefined) failures.push(failure)
        child.removeAllListeners()
        child.on('error', () => {})
        child.kill('SIGKILL')
        for (const stream of child.stdio) stream?.destroy()
        resolve({texts, failures})
      }
      const fail = (what: MachineFailure['what'], detail: string) => {
        end({what, unit: undefined, detail: shortened(detail)})
      }
      const listen = () => {
        clearTimeout(silence)
        silence = setTimeout(() => fail('silence', String(timeLimit / 1000)), timeLimit)
      }
      listen()
      child.on('error', (error) => fail('start', error.message))
      child.stdin.on('error', () => {})
      child.stderr.setEncoding('utf8')
      child.stderr.on('data', (chunk: string) => (said = (said + chunk).slice(-2000)))
      let pending = 0
      child.stdout.on('data', (chunk: Buffer) => {
        const line = chunk.lastIndexOf(10)
        pending = line < 0 ? pending + chunk.length : chunk.length - line
        if (pending > longest) fail('garbage', `${longest} bytes without a line break`)
      })
      createInterface({input: child.stdout, crlfDelay: Infinity}).on('line', (line) => {
        if (ended || line.trim() === '') return
        const answer = answerIn(line)
        if (answer === undefined) failures.push(garbage(line))
        else if (!asked.has(answer.id) || texts.has(answer.id))
          failures.push({what: 'stranger', unit: undefined, detail: shortened(answer.id)})
        else if (answer.text === undefined)
          failures.push({what: 'refused', unit: answer.id, detail: shortened(answer.error ?? '')})
        else texts.set(answer.id, answer.text)
        if (failures.length >= mostFaults) fail('garbage', line)
        else listen()
      })
      child.on('close', (code, signal) => {
        if (code === 0) return end(undefined)
        const last = said.trim().split('\n').at(-1) ?? ''
        return fail('exit', `${code ?? signal ?? '?'}${last === '' ? '' : `: ${last}`}`)
      })
      for (const {id, text} of units) child.stdin.write(`${JSON.stringify({id, text, from, to})}\n`)
      child.stdin.end()
    })
}

interface Answer {
  readonly id: string
  readonly text: string | undefined
  readonly error: string | undefined
}

function answerIn(line: string): Answer | undefined {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined
  const text = 'text' in value && typeof value.text === 'string' ? value.text : undefined
  const error = 'error' in value && typeof value.error === 'string' ? value.error : undefined
  if (typeof value.id !== 'string' || (text === undefined && error === undefined)) return undefined
  return {id: value.id, text, error}
}

function garbage(line: string): MachineFailure {
  return {what: 'garbage', unit: undefined, detail: shortened(line)}
}

function shortened(text: string): string {
  return Array.from(text.trim()).slice(0, 120).join('')
}
