import type {Finding} from '../model/finding.ts'
import {ingestFinding} from './ingest-finding.ts'
import {tidy} from './tidy.ts'

/** A source file's text, tidied: LF line breaks, plain spaces, NFC, no invisible characters. */
export interface Decoded {
  readonly text: string
  /** The column in the file as it came, for a 1-based line and column of `text`. */
  readonly columnOf: (line: number, column: number) => number
  readonly findings: readonly Finding[]
}

/**
 * Decode a source file: UTF-8, UTF-16 and, where the bytes leave no doubt, EUC-KR
 * or Windows-1252, which holds Latin-1. Bytes that
 * cannot be read stay visible as U+FFFD and are errors; every kind of tidying that changed
 * something is one notice, at the first place it changed.
 */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const {encoding, text: raw} = read(bytes)
  const findings: Finding[] = []
  const add = (variant: string, severity: Finding['severity'], line: number, column: number) =>
    findings.push(ingestFinding('ingest/encoding', variant, severity, file, {line, column}))

  if (isBinary(raw)) {
    add('binary', 'error', 1, 1)
    return {text: '', columnOf: (_, column) => column, findings}
  }
  if (encoding === 'utf-16le' || encoding === 'utf-16be') add('utf16', 'notice', 1, 1)
  if (encoding === 'euc-kr' || encoding === 'windows-1252') add(encoding, 'warning', 1, 1)

  const tidied = raw.split(/\r\n?|[\n\u2028\u2029]/).map(tidy)
  const changes = new Set<string>()
  let broken = 0
  for (const [index, {from, changed}] of tidied.entries()) {
    for (const {index: at} of from.matchAll(/\uFFFD+/g)) {
      if (++broken <= most) add('broken', 'error', index + 1, at + 1)
    }
    for (const {variant, column} of changed) {
      if (!changes.has(variant)) add(variant, 'notice', index + 1, column)
      changes.add(variant)
    }
  }
  return {
    text: tidied.map(({text}) => text).join('\n'),
    columnOf: (line, column) => tidied[line - 1]?.columns?.[column - 1] ?? column,
    findings,
  }
}

/** Broken places worth listing one by one; a file with more has one trouble, not many. */
const most = 20

interface Reading {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'euc-kr' | 'windows-1252'
  readonly text: string
}

function read(bytes: Uint8Array): Reading {
  const utf16 = utf16Of(bytes)
  if (utf16 !== undefined) return {encoding: utf16, text: new TextDecoder(utf16).decode(bytes)}
  const text = new TextDecoder('utf-8').decode(bytes)
  if (!text.includes('\uFFFD')) return {encoding: 'utf-8', text}
  const korean = new TextDecoder('euc-kr').decode(bytes)
  if (isKorean(korean)) return {encoding: 'euc-kr', text: korean}
  const western = westernOf(bytes)
  const isAllBroken = !/[^\u0000-\u007F\uFFFD]/.test(text)
  return isAllBroken && isWestern(western)
    ? {encoding: 'windows-1252', text: western}
    : {encoding: 'utf-8', text}
}

/** By its byte order mark, or by the zero bytes that ASCII has in it. */
function utf16Of([first, second, third, fourth]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le'
  return first === 0 && second !== 0 && third === 0 && fourth !== 0 ? 'utf-16be' : undefined
}

/** Read as EUC-KR without a fault, nearly all that is not ASCII is Hangul, in words of more than one. */
function isKorean(text: string): boolean {
  const foreign = text.match(/[^\u0000-\u007F]/g)?.length ?? 0
  const hangul = text.match(/[가-힣]/g)?.length ?? 0
  return !text.includes('\uFFFD') && /[가-힣]{2}/.test(text) && hangul > foreign * 0.7
}

/** Some versions of Node read Windows-1252 as Latin-1 and leave control characters for its marks. */
function westernOf(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes)
  return text.replace(/[\u0080-\u009F]/g, (one) => marks[one.charCodeAt(0) - 0x80] ?? one)
}

const marks = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** All that is not ASCII are letters inside words, or the marks that Western text has. */
function isWestern(text: string): boolean {
  const foreign = text.match(/[^\u0000-\u007F]/g)?.length ?? 0
  const usual =
    text.match(/[\u00A0£§©«®°»€‘’“”–—…•™]|(?:(?<=\p{L})|(?=.\p{L}))[À-ÖØ-Ýß-öø-ýŒœŠšŽž]/gu)
      ?.length ?? 0
  return foreign < text.length * 0.2 && usual === foreign
}

/** Of a text file, hardly a character in a hundred is a control character or unreadable. */
function isBinary(text: string): boolean {
  if (/^(?:%PDF-|PK\u0003\u0004|\{\\rtf)/.test(text)) return true
  const odd = text.match(/[\u0000-\u0008\u000E-\u001F\uFFFD]/g)?.length ?? 0
  return odd > 8 && odd > text.length / 10
}
