import {isValidAction} from 'pa11y/lib/action.js'
import type {Preparation, Configured} from '../../model/preparation.ts'
import {refused} from '../placed-json.ts'
import {isSelector} from '../selector.ts'
import {placeOf, type Said} from './pa11y-ci-file.ts'

/** What the options of a page, as pa11y names them, ask for. */
export function preparationBy(options: ReadonlyMap<string, Said>): Preparation {
  const agent = textOf(options.get('userAgent'), 'userAgent')
  return {
    request: {
      headers: {
        ...headersOf(options.get('headers')),
        ...(agent !== undefined && {'user-agent': agent}),
      },
      method: textOf(options.get('method'), 'method')?.toUpperCase() ?? 'GET',
      body: textOf(options.get('postData'), 'postData'),
    },
    actions: actionsOf(options.get('actions')),
    wait: countOf(options.get('wait'), 'wait') ?? 0,
    root: selectorOf(options.get('rootElement'), 'rootElement'),
    hidden: selectorOf(options.get('hideElements'), 'hideElements'),
    picture: pictureOf(options.get('screenCapture')),
  }
}

/** A whole number, where there is one. */
export function countOf(said: Said | undefined, key: string): number | undefined {
  if (said === undefined) return undefined
  const {value} = said
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw refused(`${placeOf(said)}: "${key}" is ${shown(said)}.`, 'Allowed: a whole number.')
}

/** A text, where there is one that says anything. */
export function textOf(said: Said | undefined, key: string): string | undefined {
  if (said === undefined || isNothing(said) || said.value === '') return undefined
  if (typeof said.value === 'string') return said.value
  throw refused(`${placeOf(said)}: "${key}" is ${shown(said)}.`, 'Allowed: a text.')
}

/** The parts of a list, where there is one. */
export function partsOf(said: Said | undefined, key: string): readonly Said[] {
  if (said === undefined || isNothing(said) || Array.isArray(said.value)) return said?.items ?? []
  throw refused(`${placeOf(said)}: "${key}" is ${shown(said)}.`, `Allowed: a list, "${key}": […].`)
}

/** The members of an object, where there is one. */
export function membersOf(said: Said | undefined, key: string): Said['entries'] {
  const isObject = Object(said?.value) === said?.value && !Array.isArray(said?.value)
  if (said === undefined || isNothing(said) || isObject) return said?.entries ?? []
  throw refused(
    `${placeOf(said)}: "${key}" is ${shown(said)}.`,
    `Allowed: an object, "${key}": {…}.`,
  )
}

function isNothing({value}: Said): boolean {
  return value === undefined || value === null
}

function shown({value}: Said): string {
  return JSON.stringify(value).slice(0, 100)
}

function headersOf(said: Said | undefined): Readonly<Record<string, string>> {
  const pairs = membersOf(said, 'headers').map(([name, value]) => {
    const text = textOf(value, name) ?? ''
    if (/^[!#$%&'*+.^`|~\w-]+$/.test(name) && !/[\0\r\n]/.test(text))
      return [name.toLowerCase(), text]
    throw refused(
      `${placeOf(value)}: "${name}" is no header.`,
      'Write a name, and one line of text.',
    )
  })
  return Object.fromEntries(pairs) as Readonly<Record<string, string>>
}

function actionsOf(said: Said | undefined): readonly Configured[] {
  return partsOf(said, 'actions').map((one) => {
    const text = textOf(one, 'actions') ?? ''
    if (!isValidAction(text)) {
      throw refused(
        `${placeOf(one)}: pa11y knows no action "${text}".`,
        'For example: "click element #tab-1", "set field #name to Kim", "wait for path to be /home".',
      )
    }
    const [, path] = /^(?:screen[ -]?capture|capture[ -]?screen)(?: to)? (.+)$/i.exec(text) ?? []
    if (path !== undefined) refuseWayOut(path, one)
    return configured(text, one)
  })
}

function selectorOf(said: Said | undefined, key: string): Configured | undefined {
  const text = textOf(said, key)
  if (said === undefined || text === undefined) return undefined
  if (isSelector(text)) return configured(text, said)
  throw refused(
    `${placeOf(said)}: "${key}" is "${text}", which is not a CSS selector.`,
    'For example: "#advertisement, .chat".',
  )
}

function pictureOf(said: Said | undefined): Configured | undefined {
  const text = textOf(said, 'screenCapture')
  if (said === undefined || text === undefined) return undefined
  refuseWayOut(text, said)
  return configured(text, said)
}

/** Pictures go into a folder beside the report, and nowhere else. */
function refuseWayOut(path: string, said: Said): void {
  const steps = path.replace(/^(\.\/)+/, '').split('/')
  const leadsOut = /[\0\\:]/.test(path) || steps.some((step) => /^(\.{0,2}|~)$/.test(step))
  if (!leadsOut) return
  throw refused(
    `${placeOf(said)}: the picture "${path}" would not lie in the audit's own folder.`,
    'Name a file without a folder above it: "home.png"; it is written to captures/ beside the report.',
  )
}

function configured(text: string, {file, line, column}: Said): Configured {
  return {text, file, ...(line !== undefined && column !== undefined && {line, column})}
}
