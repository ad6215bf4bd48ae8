import {fontRoles, type FontRole, type OwnFont} from '../model/font.ts'
import type {Face} from './faces.ts'

/**
 * The faces that a publication's own fonts make. Where a language has fonts for one of the roles only,
 * the other is set in them too.
 */
export function ownFaces(fonts: readonly OwnFont[]): readonly Face[] {
  return [...new Set(fonts.map(({locale}) => locale))].flatMap((locale) => {
    const theirs = fonts.filter((font) => font.locale === locale)
    return fontRoles.flatMap((role) => {
      const own = theirs.filter((font) => font.role === role)
      return (own.length > 0 ? own : theirs).map((font, index) => faceOf(font, role, index))
    })
  })
}

/** The family that a language's own fonts of a role are in. */
export function ownFamily(role: FontRole, tag: string): string {
  return `Galley ${role === 'serif' ? 'Serif' : 'Sans'} ${tag}`
}

/** What has pages use them: `:lang(th){--own-serif:"Galley Serif th",}`, to be put before a list of families. */
export function ownFamilies(fonts: readonly OwnFont[]): string {
  return [...new Set(fonts.map(({locale}) => locale))]
    .map((tag) => {
      const families = fontRoles.map((role) => `--own-${role}:"${ownFamily(role, tag)}",;`)
      return `:lang(${tag}){${families.join('')}}`
    })
    .join('\n')
}

/** The families of ours that every page looks for characters in at last, and the weights they have. */
export const houses = {
  serif: {family: 'Galley Serif Korean', weights: [400, 700]},
  sans: {family: 'Galley Sans', weights: [400, 600]},
} as const

function faceOf(font: OwnFont, role: FontRole, index: number): Face {
  const {locale, path, sha256, style, weight, file, at} = font
  const [lightest = 400] = weight.split(' ').map(Number)
  const isText = lightest <= 500
  const scripts = scriptsOf(locale)
  return {
    family: ownFamily(role, locale),
    style,
    weight,
    coverage: {own: [...scripts, 'Latn', 'Zyyy', 'Zinh'].map((one) => `\\p{scx=${one}}`).join('')},
    source: () => path,
    name: `${role}-${locale}-${index + 1}`,
    ink: (all) => {
      if (style === 'italic' && !all.italic) return new Set()
      return role === 'sans' ? all.furniture : isText ? all.text : all.strong
    },
    early: {},
    own: {
      sha256,
      named: {file, at},
      locale,
      role,
      elsewhere: scripts.map((one) => `\\p{scx=${one}}`).join(''),
    },
  }
}

/** The scripts a language is written in, by the names that Unicode has for them. */
function scriptsOf(tag: string): readonly string[] {
  const {script = 'Latn'} = new Intl.Locale(tag).maximize()
  return mixed[script] ?? [script]
}

/** Of ISO 15924's scripts those that are several of Unicode's, or a style of one. */
const mixed: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani', 'Bopo'],
  Hant: ['Hani', 'Bopo'],
  Hanb: ['Hani', 'Bopo'],
  Hrkt: ['Hira', 'Kana'],
  Jamo: ['Hang'],
  Aran: ['Arab'],
  Cyrs: ['Cyrl'],
  Geok: ['Geor'],
  Latf: ['Latn'],
  Latg: ['Latn'],
  Syre: ['Syrc'],
  Syrj: ['Syrc'],
  Syrn: ['Syrc'],
}
