import type {FontRequest, FontRole, OwnFont} from '../model/font.ts'
import {faces, fontPackages, type Face} from './faces.ts'
import {hashOf} from './hash.ts'
import {ink, isItalic, type Ink} from './ink.ts'
import {houses, ownFaces, ownFamilies, ownFamily} from './own-faces.ts'
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

/**
 * Choose the files, and the characters of each, for the ink. Deterministic.
 *
 * @param base the site's path
 * @param own the publication's own fonts
 */
export function typeset(wanted: Ink, base: string, own: readonly OwnFont[]): Typesetting {
  const cuts = [...faces, ...ownFaces(own)].flatMap((face) => cutsOf(face, face.ink(wanted)))
  return {
    requests: cuts.map(({request}) => request),
    css: [
      ...cuts.flatMap((cut) => [
        rule(cut.face, cut.part, cut.request, base),
        ...elsewhere(cut, cuts, base),
      ]),
      ...(own.length > 0 ? [ownFamilies(own)] : []),
    ].join('\n'),
    early: remember((tag) => {
      const {script = ''} = new Intl.Locale(tag).maximize()
      const theirs = cuts.filter(({face}) => face.own?.locale === tag && isPlain(face))
      if (theirs.length > 0) return theirs.map(({request}) => request.path)
      return cuts
        .filter(({face, part}) => face.early[part]?.includes(script))
        .map(({request}) => request.path)
    }),
  }
}

/** A language's own fonts for one document by itself, in the roles of running text. Names start with `assets/`. */
export function typesetAlone(
  html: string,
  tag: string,
  own: readonly OwnFont[],
): Pick<Typesetting, 'css' | 'requests'> {
  const used = ink([], [{characters: html, italic: isItalic(html)}])
  const cuts = ownFaces(own)
    .filter((face) => face.own?.locale === tag && face.own.role === 'serif')
    .flatMap((face) => cutsOf(face, face.ink(used)))
  if (cuts.length === 0) return {css: '', requests: []}
  const rules = cuts.map(({face, part, request}) => rule(face, part, request, ''))
  return {
    css: [...rules, `:lang(${tag}){font-family:"${ownFamily('serif', tag)}",serif}`, ''].join('\n'),
    requests: cuts.map(({request}) => request),
  }
}

/** Whether it is what most of a page is set in. */
function isPlain({style, weight}: Face): boolean {
  const {from, to} = rangeOf(weight)
  return style === 'normal' && from <= 400 && to >= 400
}

/** The same for whatever may yet be printed: for pages that are not made yet. */
export function typesetWhole(base: string, own: readonly OwnFont[]): Typesetting {
  const characters = everything.flatMap(([from, to]) =>
    Array.from({length: to - from + 1}, (_, index) => String.fromCodePoint(from + index)),
  )
  const all = new Set(characters)
  return typeset({text: all, strong: all, furniture: all, italic: true}, base, own)
}

/** Where there are characters: all of the plane that nearly everything is written in, but for what is private. */
const everything = [
  [0x20, 0xd7ff],
  [0xf900, 0xffef],
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
  const from = face.own?.sha256 ?? [version, source].join('\n')
  const hash = hashOf([format, from, characters].join('\n'))
  const path = `assets/${face.name}-${part}.${hash}.woff2`
  return {path, source, characters, ...(face.own?.named && {named: face.own.named})}
}

/**
 * On pages in other languages too, which name each other's, no character may be a box: the family that
 * they look in has what ours lack. What ours have stays theirs. Only faces of one weight count as one, so
 * that they have the weights of ours.
 */
function elsewhere(
  {face, request: {path, characters}}: Cut,
  all: readonly Cut[],
  base: string,
): readonly string[] {
  const {own, style, weight} = face
  if (own === undefined || style === 'italic') return []
  const theirs = new RegExp(`[${own.elsewhere}]`, 'u')
  const lacking = Array.from(characters)
    .filter((one) => theirs.test(one) && !isOurs(own.role).test(one))
    .join('')
  if (lacking === '') return []
  const {family, weights} = houses[own.role]
  const {from, to} = rangeOf(weight)
  const hasBold = all.some(
    (one) =>
      one.face.own?.locale === own.locale &&
      one.face.own.role === own.role &&
      rangeOf(one.face.weight).to >= 600,
  )
  return weights
    .filter((one) => (one === 400 ? from <= 500 : to >= 600 || !hasBold))
    .map((one) =>
      rule({...face, family, weight: String(one)}, 'own', {path, characters: lacking}, base),
    )
}

function rangeOf(weight: string): {readonly from: number; readonly to: number} {
  const [from = 400, to = from] = weight.split(' ').map(Number)
  return {from, to}
}

/** What the package's own faces of a role have. */
const isOurs = remember((role: FontRole) => {
  const families = faces.filter(({family}) => (family === houses.sans.family) === (role === 'sans'))
  const all = families.flatMap(({coverage}) => Object.values(coverage))
  return new RegExp(`[${[...new Set(all)].join('')}]`, 'u')
})

function rule(
  face: Face,
  part: string,
  {path, characters}: Pick<FontRequest, 'path' | 'characters'>,
  base: string,
): string {
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
