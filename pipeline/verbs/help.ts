import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {packageRoot} from '../io/find-publication.ts'
import type {Verb} from './verb.ts'
import {sharedOptions} from './shared-options.ts'

/** The list of verbs, as `galley help` prints it. */
export function help(verbs: readonly Verb[]): string {
  return [
    'Galley publishes one article in several languages and lets nothing go out that a reader could not read.',
    '',
    'Usage: galley VERB [OPTIONS]',
    '',
    ...columns(verbs.map(({name, operands, summary}) => [`${name} ${operands}`.trim(), summary])),
    '',
    'In every verb:',
    ...columns([
      ...optionLines(sharedOptions),
      ['--help', 'what the verb does and its options'],
      ['--version', 'the version of Galley'],
    ]),
    '',
    'Exit codes: 0 passed; 1 the gate said no; 2 could not run.',
  ].join('\n')
}

/** What one verb does, as `galley help VERB` prints it. */
export function helpOn({name, operands, about, options}: Verb): string {
  return [
    `Usage: galley ${name}${operands === '' ? '' : ` ${operands}`} [OPTIONS]`,
    '',
    about,
    '',
    'Options:',
    ...columns([...optionLines({...options, ...sharedOptions}), ['--help', 'this text']]),
  ].join('\n')
}

/** The version in package.json. */
export function version(): string {
  const read: unknown = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
  return typeof read === 'object' && read !== null && 'version' in read ? String(read.version) : ''
}

function optionLines(options: Verb['options']): readonly (readonly [string, string])[] {
  return Object.entries(options).map(
    ([name, {value, about}]) =>
      [`--${name}${value === undefined ? '' : ` ${value}`}`, about] as const,
  )
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(24, ...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)} ${right}`)
}
