import type {PDFDocumentProxy} from 'pdfjs-dist'
import type {EpubMessage, EpubSeen, FileEvidence, PdfSeen} from '../model/file-evidence.ts'
import type {Rendition} from '../model/rendition.ts'
import type {Json} from '../model/tab.ts'
import {keyOf, openCache} from './cache.ts'
import {absentCheckers, epubCheckers, type EpubChecker} from './epub-checkers.ts'
import {sha256} from './digest.ts'

/**
 * Look into the files that readers take along: EPUBs by EPUBCheck's rules, PDFs as assistive
 * technology reads them. A file that was seen before has the same evidence.
 */
export async function examine(
  renditions: readonly Rendition[],
  cacheDir: string,
): Promise<readonly FileEvidence[]> {
  const cache = openCache(cacheDir)
  const installed = epubCheckers(process.env['PATH'] ?? '')
  const evidence: FileEvidence[] = []
  for (const {path, mediaType, content} of renditions) {
    const look = examiners[mediaType]
    if (look === undefined) continue
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const by = [examinerVersions, mediaType === epubType ? installed.map(({name}) => name) : []]
    const key = keyOf(['examine', 3, ...by, mediaType, sha256(bytes)])
    try {
      const known = await cache.get(key)
      const seen = known ?? plain(await look(bytes, installed))
      if (known === undefined) await cache.put(key, seen)
      evidence.push({path, seen: seen as EpubSeen | PdfSeen, failure: undefined})
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error)
      evidence.push({path, seen: undefined, failure})
    }
  }
  return evidence
}

const epubType = 'application/epub+zip'

/** As pinned; tests compare. */
export const examinerVersions = {'@likecoin/epubcheck-ts': '0.7.0', 'pdfjs-dist': '5.4.624'}

const examiners: Readonly<
  Record<
    string,
    | ((bytes: Uint8Array, installed: readonly EpubChecker[]) => Promise<EpubSeen | PdfSeen>)
    | undefined
  >
> = {
  [epubType]: seeEpub,
  'application/pdf': seePdf,
}

async function seeEpub(bytes: Uint8Array, installed: readonly EpubChecker[]): Promise<EpubSeen> {
  // Loading either library takes longer than a run in which nothing has changed.
  const {EpubCheck} = await import('@likecoin/epubcheck-ts')
  const {messages} = await EpubCheck.validate(bytes)
  const ours: readonly EpubMessage[] = messages.flatMap(({id, severity, message, location}) => {
    if (severity !== 'fatal' && severity !== 'error' && severity !== 'warning') return []
    return [
      {
        by: 'EPUBCheck',
        id,
        severity: severity === 'warning' ? 'warning' : 'error',
        message,
        file: location?.path ?? '',
        line: location?.line,
        criteria: [],
      } as const,
    ]
  })
  const others: EpubMessage[] = []
  for (const checker of installed) others.push(...(await checker.ask(bytes)))
  // The same place by the same rule is told once.
  const isOurs = ({id, file, line}: EpubMessage) =>
    ours.some((one) => one.id === id && one.file === file && one.line === line)
  return {
    kind: 'epub',
    messages: [...ours, ...others.filter((one) => !isOurs(one))],
    absent: absentCheckers(installed),
  }
}

async function seePdf(bytes: Uint8Array): Promise<PdfSeen> {
  const {getDocument} = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // The library takes the bytes away from whoever gives them.
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: 0,
  })
  try {
    return await describe(await task.promise)
  } finally {
    await task.destroy()
  }
}

async function describe(document: PDFDocumentProxy): Promise<PdfSeen> {
  const [{info}, marks, outline] = await Promise.all([
    document.getMetadata(),
    document.getMarkInfo(),
    document.getOutline(),
  ])
  const {Language: language, Title: title} = Object(info)
  const headings: {level: number; text: string}[] = []
  const figures: string[] = []
  const parts: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const [tree, content] = await Promise.all([
      page.getStructTree(),
      page.getTextContent({includeMarkedContent: true}),
    ])
    const texts = textsByMark(content.items)
    walk(tree, (node) => {
      if (node.id !== undefined) parts.push(texts.get(node.id) ?? '')
      const level = /^H([1-6])$/.exec(node.role)?.[1]
      if (level !== undefined) headings.push({level: Number(level), text: textIn(node, texts)})
      // A figure with a caption is one around the picture, which is a figure itself.
      if (node.role === 'Figure' && !holdsFigure(node)) figures.push(node.alt ?? '')
    })
  }
  return {
    kind: 'pdf',
    language: typeof language === 'string' && language !== '' ? language : undefined,
    title: typeof title === 'string' && title !== '' ? title : undefined,
    isTagged: marks?.Marked === true,
    outline: titlesIn(outline),
    headings,
    figures,
    text: parts.join('\n'),
  }
}

/** A node of the tree of tags, or a mark where content stands. */
interface Tag {
  readonly role: string
  readonly id: string | undefined
  readonly alt: string | undefined
  readonly children: readonly unknown[]
}

function tagOf(value: unknown): Tag {
  const {role, id, alt, children} = Object(value)
  return {
    role: typeof role === 'string' ? role : '',
    id: typeof id === 'string' ? id : undefined,
    alt: typeof alt === 'string' ? alt : undefined,
    children: Array.isArray(children) ? children : [],
  }
}

function walk(value: unknown, visit: (tag: Tag) => void): void {
  const tag = tagOf(value)
  visit(tag)
  for (const child of tag.children) walk(child, visit)
}

function holdsFigure(tag: Tag): boolean {
  let count = 0
  walk(tag, ({role}) => {
    if (role === 'Figure') count++
  })
  return count > 1
}

function textIn(tag: Tag, texts: ReadonlyMap<string, string>): string {
  let text = ''
  walk(tag, ({id}) => {
    if (id !== undefined) text += texts.get(id) ?? ''
  })
  return text
}

/** The text under each mark. */
function textsByMark(items: readonly unknown[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const open: (string | undefined)[] = []
  for (const item of items) {
    const {type, id, str, hasEOL} = Object(item)
    if (String(type).startsWith('beginMarkedContent')) open.push(id)
    else if (type === 'endMarkedContent') open.pop()
    else {
      const mark = open.findLast((one) => one !== undefined)
      if (mark !== undefined) {
        texts.set(mark, `${texts.get(mark) ?? ''}${String(str)}${hasEOL === true ? ' ' : ''}`)
      }
    }
  }
  return texts
}

function titlesIn(outline: unknown): readonly string[] {
  if (!Array.isArray(outline)) return []
  return (outline as readonly unknown[]).flatMap((entry) => {
    const {title, items} = Object(entry)
    return [String(title), ...titlesIn(items)]
  })
}

function plain(value: EpubSeen | PdfSeen): Json {
  return JSON.parse(JSON.stringify(value)) as Json
}
