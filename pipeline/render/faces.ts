import type {FontRequest, FontRole} from '../model/font.ts'
import {notoKorean, sourceSerif, type Coverage} from './coverage.ts'
import type {Ink} from './ink.ts'

/** One style of one family, as our font packages bring it: several files, each with some characters. */
export interface Face {
  /** The name styles use in `font-family`. */
  readonly family: string
  readonly style: 'normal' | 'italic'
  /** For `@font-face`: one weight, or the range of a variable font. */
  readonly weight: string
  readonly coverage: Coverage
  /** Module specifier of the file with one part of the coverage. */
  source(part: string): string
  /** What the files' name in the release begins with. */
  readonly name: string
  /** Which characters it sets. */
  ink(all: Ink): ReadonlySet<string>
  /** Part → scripts (ISO 15924) whose pages need it on the first screen. */
  readonly early: Readonly<Record<string, readonly string[]>>
  /** Of a publication's own. */
  readonly own?: Own
}

/** What is known of a publication's own face beside. */
export interface Own {
  /** SHA-256 of the font. */
  readonly sha256: string
  readonly named: FontRequest['named']
  /** The language that it is for. */
  readonly locale: string
  readonly role: FontRole
  /** As the inside of a class: what readers of other pages need it for, where they meet the language. */
  readonly elsewhere: string
}

/** Versions of the packages; in the files' names, so that a new version has new addresses. */
export const fontPackages = {
  '@fontsource-variable/source-serif-4': '5.3.1',
  '@fontsource/noto-serif-kr': '5.3.0',
  '@fontsource/noto-sans-kr': '5.3.0',
} as const

const none: ReadonlySet<string> = new Set()

const latinSerif = (style: 'normal' | 'italic'): Face => ({
  family: 'Galley Serif',
  style,
  weight: '200 900',
  coverage: sourceSerif,
  source: (part) =>
    `@fontsource-variable/source-serif-4/files/source-serif-4-${part}-opsz-${style}.woff2`,
  name: `serif-${style}`,
  ink: (all) => (style === 'italic' && !all.italic ? none : all.text),
  early: style === 'normal' ? {latin: ['Latn']} : {},
})

const koreanSerif = (weight: 400 | 700): Face => ({
  family: 'Galley Serif Korean',
  style: 'normal',
  weight: String(weight),
  coverage: notoKorean,
  source: (part) => `@fontsource/noto-serif-kr/files/noto-serif-kr-${part}-${weight}-normal.woff2`,
  name: `serif-korean-${weight}`,
  ink: (all) => (weight === 400 ? all.text : all.strong),
  early: {korean: ['Kore']},
})

const sans = (weight: 400 | 600): Face => ({
  family: 'Galley Sans',
  style: 'normal',
  weight: String(weight),
  coverage: notoKorean,
  source: (part) => `@fontsource/noto-sans-kr/files/noto-sans-kr-${part}-${weight}-normal.woff2`,
  name: `sans-${weight}`,
  ink: (all) => all.furniture,
  early: weight === 400 ? {latin: ['Latn', 'Kore'], korean: ['Kore']} : {},
})

/** Every face that pages are set in. To add one, add it here and name its family in the styles. */
export const faces: readonly Face[] = [
  latinSerif('normal'),
  latinSerif('italic'),
  koreanSerif(400),
  koreanSerif(700),
  sans(400),
  sans(600),
]
