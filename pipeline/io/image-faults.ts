import {Buffer} from 'node:buffer'
import {XMLParser, XMLValidator} from 'fast-xml-parser'
import sharp from 'sharp'
import type {BinaryFile} from '../model/publication.ts'
import {unreadBinary} from '../model/unread.ts'

/** Why an image is refused, with the values its words need. */
export type ImageFault = {
  readonly kind: 'unreadable' | 'damaged' | 'too-large' | 'wrong-type' | 'animated' | 'active'
  readonly values: Readonly<Record<string, string | number>>
}

// Files of strangers: nothing reads them but what we expect. A text that is called a picture, or a
// drawing program's page, has no reader here.
sharp.block({operation: ['VipsForeignLoad']})
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}Buffer`),
})

/** Pixels of all frames: what a camera of today takes, and more than a small machine can hold. */
const mostPixels = 120_000_000
const mostBytes = 60 * 2 ** 20

/** What is wrong with an image before it is decoded; `undefined` where nothing is. */
export async function faultOf({path, bytes}: BinaryFile): Promise<ImageFault | undefined> {
  if (bytes === unreadBinary) return {kind: 'unreadable', values: {}}
  const named = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  const size = Math.round(bytes.length / 2 ** 20)
  if (bytes.length > mostBytes) {
    return {kind: 'too-large', values: {size: `${size} MB`, most: `${mostBytes / 2 ** 20} MB`}}
  }
  if (named === 'svg') return faultOfDrawing(new TextDecoder().decode(bytes))
  try {
    const {
      format,
      compression,
      width,
      height,
      pages = 1,
    } = await sharp(bytes, {
      limitInputPixels: false,
    }).metadata()
    const is = format === 'heif' && compression === 'av1' ? 'avif' : format
    if (is !== (named === 'jpg' ? 'jpeg' : named)) {
      return {kind: 'wrong-type', values: {named, is}}
    }
    // Of these, only the first frame would reach a reader.
    if (named !== 'gif' && (pages > 1 || isAnimatedPng(named, bytes))) {
      return {kind: 'animated', values: {}}
    }
    const pixels = width * height * pages
    if (pixels <= mostPixels) return undefined
    const millions = (count: number) => `${Math.round(count / 1e6)} MP`
    return {kind: 'too-large', values: {size: millions(pixels), most: millions(mostPixels)}}
  } catch (error) {
    const isDrawing = /^\s*<(?:\?xml|!--|svg)/i.test(
      new TextDecoder().decode(bytes.subarray(0, 99)),
    )
    if (isDrawing) return {kind: 'wrong-type', values: {named, is: 'svg'}}
    return {kind: 'damaged', values: {reason: String(error).replace(/^Error: |\n[\s\S]*$/g, '')}}
  }
}

/** PNG 3, 11.3.2.1: the chunk that says so stands before the picture's first data. */
function isAnimatedPng(named: string, bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  // With its length before it: in a comment the name alone may stand.
  const at = named === 'png' ? head.indexOf('\0\0\0\bacTL', 0, 'latin1') : -1
  return at !== -1 && at < head.indexOf('IDAT')
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  processEntities: false,
  parseTagValue: false,
})

/** A drawing may only draw: no script, no other document within, nothing from elsewhere. */
function faultOfDrawing(text: string): ImageFault | undefined {
  const damaged = (reason: string): ImageFault => ({kind: 'damaged', values: {reason}})
  // A document type without declarations of its own is what drawing programs write.
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text)) return active('<!ENTITY>')
  const told = XMLValidator.validate(text)
  if (told !== true) return damaged(`${told.err.msg} (${told.err.line}:${told.err.col})`)
  const nodes: unknown = parser.parse(text)
  const roots = namesIn(nodes).filter((name) => name !== '?xml')
  if (roots.length !== 1 || localName(roots[0] ?? '') !== 'svg') return damaged('no <svg>')
  const found = activeIn(nodes)
  return found === undefined ? undefined : active(found)
}

function active(what: string): ImageFault {
  return {kind: 'active', values: {what}}
}

const acting = new Set(
  'script foreignobject iframe embed object handler listener audio video animate set'.split(' '),
)

function activeIn(nodes: unknown, isStyle = false): string | undefined {
  if (!Array.isArray(nodes)) return undefined
  for (const node of nodes as readonly unknown[]) {
    for (const [name, inner] of Object.entries(Object(node))) {
      if (name === ':@') {
        const found = Object.entries(Object(inner)).find((entry) => acts(entry))
        if (found !== undefined) return found[0]
      } else if (name === '#text') {
        if (isStyle && reaches(String(inner))) return 'url(…)'
      } else if (acting.has(localName(name)) || /^\?(?!xml$)/.test(name)) return `<${name}>`
      const within = activeIn(inner, localName(name) === 'style')
      if (within !== undefined) return within
    }
  }
  return undefined
}

/** An attribute that runs something, or leads out of the file. */
function acts([name, value]: readonly [string, unknown]): boolean {
  const local = localName(name)
  const text = String(value).trim()
  if (local.startsWith('on') || local === 'base') return true
  if (local === 'href' || local === 'src')
    return !/^(?:#|data:image\/(?:png|jpeg|webp|gif);)/i.test(text)
  return reaches(text)
}

/** Style that fetches, or hides with escapes that it does. */
function reaches(style: string): boolean {
  return (
    /@import|expression\s*\(|javascript:/i.test(style) ||
    [...style.matchAll(/url\s*\(\s*['"]?\s*(.)/gi)].some(([, first]) => first !== '#') ||
    style.includes('\\')
  )
}

function namesIn(nodes: unknown): readonly string[] {
  return Array.isArray(nodes)
    ? nodes.flatMap((node) => Object.keys(Object(node)).filter((name) => !/^[:#]/.test(name)))
    : []
}

function localName(name: string): string {
  return name.replace(/^.*:/, '').toLowerCase()
}
