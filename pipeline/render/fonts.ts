import type {FontRequest} from '../model/font.ts'
import {faces, fontPackages, type Face} from './faces.ts'
import {hashOf} from './hash.ts'
import type {Ink} from './ink.ts'
import {remember} from './remember.ts'

/** The fonts a release needs: the files wanted, the styles that name them, and what loads first. */
export interface Typesetting {
  readonly requests: readonly FontRequest[]
  /** `@font-face` rules. */
  readonly css: string
  /** Paths of the files that a page in this language needs on its first screen. */
  readonly early: (tag: string) => readonly string[]
}

/** Raised when the way fonts are cut changes, so that the files get new names. */
const format = 2

/** In every Latin file, used or not: a word more should not change the file's name. */
const always = [
  ...Array.from({length: 95}, (_, index) => String.fromCodePoint(32 + index)),
  ...'–—‘’“”…·'.split(''),
]

/** Choose the files, and the characters of each, for the ink. Deterministic. `base`: the site's path. */
export function typeset(ink: Ink, base: string): Typesetting {
  const cuts = faces.flatMap((face) => cutsOf(face, face.ink(ink)))
  return {
    requests: cuts.map(({request}) => request),
    css: cuts.map(({face, part, request}) => rule(face, part, request, base)).join('\n'),
    early: remember((tag) => {
      const {script = ''} = new Intl.Locale(tag).maximize()
      return cuts
        .filter(({face, part}) => face.early[part]?.includes(script))
        .map(({request}) => request.path)
    }),
  }
}

/** The same for whatever may yet be printed: for pages that are not made yet. */
export function typesetWhole(base: string): Typesetting {
  const characters = everything.flatMap(([from, to]) =>
    Array.from({length: to - from + 1}, (_, index) => String.fromCodePoint(from + index)),
  )
  const all = new Set(characters)
  return typeset({text: all, strong: all, furniture: all, italic: true}, base)
}

/** Where the faces have characters: letters and signs, Korean ones, Hanja, full widths. */
const everything = [
  [0x20, 0x5ff],
  [0x1e00, 0x27bf],
  [0x3000, 0x33ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff00, 0xffef],
] as const

interface Cut {
  readonly face: Face
  readonly part: string
  readonly request: FontRequest
}

function cutsOf(face: Face, used: ReadonlySet<string>): readonly Cut[] {
  if (used.size === 0) return []
  return Object.entries(face.coverage).flatMap(([part, inside]) => {
    const covered = new RegExp(`[${inside}]`, 'u')
    const wanted = part === 'latin' ? new Set([...used, ...always]) : used
    const characters = [...wanted]
      .filter((character) => covered.test(character))
      .sort(byCodePoint)
      .join('')
    return characters === '' ? [] : [{face, part, request: ask(face, part, characters)}]
  })
}

function ask(face: Face, part: string, characters: string): FontRequest {
  const source = face.source(part)
  const version = Object.entries(fontPackages).find(([name]) => source.startsWith(`${name}/`))?.[1]
  const hash = hashOf([format, version, source, characters].join('\n'))
  return {path: `assets/${face.name}-${part}.${hash}.woff2`, source, characters}
}

function rule(face: Face, part: string, {path, characters}: FontRequest, base: string): string {
  return [
    '@font-face{',
    `font-family:"${face.family}";font-style:${face.style};font-weight:${face.weight};`,
    `font-display:swap;src:url("${base}${path}")format("woff2");`,
    `unicode-range:${part === 'korean' ? hangul : ranges(characters)}}`,
  ].join('')
}

/** No other file of a family has Hangul: the whole block is shorter than the syllables used. */
const hangul = 'U+3131-318E,U+3200-321C,U+3260-327B,U+AC00-D7A3'

function ranges(characters: string): string {
  const runs: [number, number][] = []
  for (const character of characters) {
    const point = character.codePointAt(0) ?? 0
    const last = runs.at(-1)
    if (last !== undefined && last[1] === point - 1) last[1] = point
    else runs.push([point, point])
  }
  const hex = (point: number) => point.toString(16).toUpperCase()
  return runs.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(',')
}

function byCodePoint(a: string, b: string): number {
  return (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)
}
