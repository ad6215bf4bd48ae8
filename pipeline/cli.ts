#!/usr/bin/env node
import {existsSync, realpathSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {parseArgs, type ParseArgsConfig} from 'node:util'
import {closest, distance} from 'fastest-levenshtein'
import {createColors} from 'picocolors'
import {systemFault} from './verbs/system-fault.ts'
import {PipelineError} from './model/error.ts'
import {help, helpOn, version} from './verbs/help.ts'
import {sharedOptions} from './verbs/shared-options.ts'
import {stopSignals} from './verbs/stoppable.ts'
import {verbs} from './verbs/verbs.ts'
import type {Call, ExitCode, Verb} from './verbs/verb.ts'

/**
 * The command line: words → verb → exit code. 0: passed. 1: the gate said no. 2: could not run.
 */
export async function main(words: readonly string[]): Promise<ExitCode> {
  const [first, ...rest] = words
  if (first === '--version' || first === '-v' || first === 'version') {
    console.log(version())
    return 0
  }
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    const about = rest.find((word) => !word.startsWith('-'))
    console.log(
      about === undefined
        ? help(await Promise.all(verbs.map(({load}) => load())))
        : helpOn(await verbNamed(about)),
    )
    return 0
  }
  if (first.startsWith('-')) {
    const global = ['help', 'version']
    const hint = nearest(first.replace(/^-+/, ''), [...global, ...Object.keys(sharedOptions)])
    throw new PipelineError(
      'usage',
      hint !== undefined && global.includes(hint)
        ? `There is no option "${first}". Did you mean "--${hint}"?`
        : `A verb comes first, before "${first}".`,
      'For example: galley publish --json; see `galley help`.',
    )
  }
  const verb = await verbNamed(first)
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(helpOn(verb))
    return 0
  }
  if (rest.includes('--version')) {
    console.log(version())
    return 0
  }
  return verb.run(callOf(verb, rest))
}

function verbNamed(name: string): Promise<Verb> {
  const verb = verbs.find((one) => one.name === name)
  if (verb !== undefined) return verb.load()
  const hint = nearest(
    name,
    verbs.map((one) => one.name),
  )
  throw new PipelineError(
    'usage',
    `There is no verb "${name}".${hint === undefined ? '' : ` Did you mean "${hint}"?`}`,
    `The verbs are ${verbs.map((one) => one.name).join(', ')}; see \`galley help\`.`,
  )
}

function callOf(verb: Verb, words: readonly string[]): Call {
  const options = {...verb.options, ...sharedOptions}
  const {values, positionals} = parse(verb, words, options)
  const most =
    verb.operands === ''
      ? 0
      : verb.operands.includes('…')
        ? Infinity
        : verb.operands.split(' ').length
  const extra = positionals[most]
  if (extra !== undefined) {
    throw new PipelineError(
      'usage',
      `\`galley ${verb.name}\` does not take "${extra}".`,
      `Usage: galley ${verb.name} ${verb.operands}`.trimEnd(),
    )
  }
  const named = values['publication']
  // The folder it would lie in may be one of another publication.
  if (typeof named === 'string' && !existsSync(named)) {
    throw new PipelineError(
      'no-publication',
      `${named} is not there.`,
      'Name the folder that holds publication.json.',
    )
  }
  const {stderr, env} = process
  return {
    operands: positionals,
    folder: typeof named === 'string' ? named : process.cwd(),
    cwd: process.cwd(),
    has: (option) => values[option] === true,
    value: (option) => {
      const value = values[option]
      return typeof value === 'string' ? value : undefined
    },
    values: (option) => {
      const value = values[option]
      return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
    },
    print: (text) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    tell: (text) => stderr.write(text),
    terminal: {
      columns: process.stdout.columns ?? stderr.columns ?? 100,
      colour: colours(env, process.stdout.isTTY),
      live: stderr.isTTY && env['CI'] === undefined,
    },
    stopped: () =>
      new Promise((resolve) => {
        for (const signal of stopSignals) process.once(signal, () => resolve())
      }),
  }
}

function parse(verb: Verb, words: readonly string[], options: Verb['options']) {
  const config: ParseArgsConfig = {
    args: [...words],
    options: Object.fromEntries(
      Object.entries(options).map(([name, {type, many = false}]) => [name, {type, multiple: many}]),
    ),
    allowPositionals: true,
    strict: true,
  }
  try {
    return parseArgs(config)
  } catch (cause) {
    const lacking = /'--([a-z-]+) <value>' argument missing/.exec(
      cause instanceof Error ? cause.message : '',
    )?.[1]
    if (lacking !== undefined) {
      throw new PipelineError(
        'usage',
        `--${lacking} needs a value: --${lacking} ${options[lacking]?.value ?? 'VALUE'}`,
        `See \`galley help ${verb.name}\`.`,
        {cause},
      )
    }
    const unknown = /'(-[^'\s]+)/.exec(cause instanceof Error ? cause.message : '')?.[1]
    const bare = unknown?.replace(/^-+/, '') ?? ''
    const hint = bare in options ? undefined : nearest(bare, Object.keys(options))
    // A headline may begin with "-5".
    const isOperand =
      unknown !== undefined &&
      !unknown.startsWith('--') &&
      !(bare in options) &&
      hint === undefined &&
      verb.operands !== ''
    throw new PipelineError(
      'usage',
      unknown === undefined || bare in options
        ? `${cause instanceof Error ? cause.message.split('. ')[0] : String(cause)}.`
        : `\`galley ${verb.name}\` has no option "${unknown}".${hint === undefined ? '' : ` Did you mean "--${hint}"?`}`,
      isOperand
        ? `If it is not meant as an option, put -- before it: \`galley ${verb.name} -- "${words.find((word) => word.startsWith(unknown ?? ''))}"\`.`
        : `See \`galley help ${verb.name}\`.`,
      {cause},
    )
  }
}

function nearest(word: string, known: readonly string[]): string | undefined {
  const near = closest(word, [...known])
  return distance(word, near) <= Math.max(2, Math.ceil(near.length / 3)) ? near : undefined
}

/** https://no-color.org and FORCE_COLOR, else whether a person is watching. */
function colours(env: NodeJS.ProcessEnv, watched: boolean): boolean {
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR'] && env['FORCE_COLOR'] !== '0') return true
  return watched && env['TERM'] !== 'dumb'
}

async function run(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ({code, message}: NodeJS.ErrnoException) => {
      // Whoever reads us may stop reading (`galley check | head`), and a terminal may be closed (EIO):
      // the run goes on to its verdict, or to its end.
      if (code === 'EPIPE' || code === 'EIO' || code === 'ERR_STREAM_DESTROYED') return
      if (stream === process.stdout) {
        process.stderr.write(`\nCould not run: what was found cannot be written out: ${message}\n`)
      }
      process.exit(2)
    })
  }
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (cause) {
    process.exitCode = 2
    const error = cause instanceof PipelineError ? cause : systemFault(cause)
    if (error === undefined) {
      // A fault of ours. Left to Node it would end with 1, as if the gate had said no.
      console.error(cause)
      return
    }
    const {red, bold, dim} = createColors(colours(process.env, process.stderr.isTTY))
    process.stderr.write(
      `\n${red(bold('Could not run:'))} ${error.message}\n${error.advice} ${dim(`[${error.code}]`)}\n`,
    )
    if (process.argv.includes('--json')) {
      const {code, message, advice} = error
      process.stdout.write(`${JSON.stringify({error: {code, message, advice}}, null, 2)}\n`)
    }
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await run()
}
