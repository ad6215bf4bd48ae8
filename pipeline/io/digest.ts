import {hash} from 'node:crypto'

/**
 * Data as text: the same for equal data, another one for any other, and short where a part of it is
 * large and its name stands for it.
 */
export function printed(value: unknown): string {
  return print(value)
}

/**
 * A name for data: the same for equal data, another one for any other. `undefined` counts as not
 * being there, as in JSON. What has been named once is not looked through again, so nothing that
 * was named may change.
 */
export function digestOf(value: unknown): string {
  return sha256(print(value))
}

/** Say what an object's name is, so that it need not be looked into. */
export function nameAs(value: object, name: string): void {
  names.set(value, `#${name.slice(0, length)}`)
}

/** The same for a name that is worked out only where somebody asks for it. */
export function nameLater(value: object, name: () => string): void {
  later.set(value, name)
}

/** The name of an object, by what it holds unless somebody has said it. */
export function nameOf(value: object): string {
  const known = knownName(value)
  if (known !== undefined) return known.slice(1)
  const name = sha256(printObject(value)).slice(0, length)
  nameAs(value, name)
  return name
}

function knownName(value: object): string | undefined {
  const known = names.get(value)
  const name = known === undefined ? later.get(value) : undefined
  if (name === undefined) return known
  nameAs(value, name())
  later.delete(value)
  return names.get(value)
}

const names = new WeakMap<object, string>()
const later = new WeakMap<object, () => string>()

/** Hexadecimal digits of a name. */
const length = 32

/** Shorter texts are not worth a name of their own. */
const short = 200

function print(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return printPlain(value)
  const known = knownName(value)
  if (known !== undefined) return known
  const text = printObject(value)
  if (text.length < short) return text
  const name = `#${sha256(text).slice(0, length)}`
  names.set(value, name)
  return name
}

function printPlain(value: unknown): string {
  if (typeof value === 'function' || typeof value === 'symbol') {
    throw new TypeError(`A ${typeof value} is no data.`)
  }
  return String(value)
}

function printObject(value: object): string {
  if (Array.isArray(value)) return `[${value.map(print).join()}]`
  if (value instanceof Uint8Array) return `#${sha256(value).slice(0, length)}`
  if ('toJSON' in value && typeof value.toJSON === 'function') return print(value.toJSON())
  let text = ''
  for (const [key, one] of Object.entries(value)) {
    if (one !== undefined) text += `${printKey(key)}:${print(one)},`
  }
  return `{${text}}`
}

/** Most keys are plain words: they need no escapes. */
function printKey(key: string): string {
  return plain.test(key) ? `"${key}"` : JSON.stringify(key)
}

const plain = /^[\w./-]*$/

/** SHA-256, in hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex')
}
