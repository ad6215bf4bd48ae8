import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

/** One example of a rule of the W3C's ACT collection, made from the rule's text. */
export interface ActCase {
  /** `act/1.1.1/23a2a8-1.html`: the page's path. */
  readonly path: string
  readonly criterion: string
  /** The rule's id, or a word for what no rule of the collection is about. */
  readonly rule: string
  readonly kind: 'fail' | 'pass'
  readonly about: string
  readonly html: string
}

const fixtures = fileURLToPath(new URL('../fixtures/check', import.meta.url))

const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  wav: 'audio/wav',
  webm: 'video/webm',
}

/** `{{photo.png}}` stands for the file of that name in the folder `media`, as a data URL. */
function withMedia(html: string): string {
  return html.replaceAll(/\{\{([\w-]+\.(\w+))\}\}/g, (_, name: string, extension: string) => {
    const bytes = readFileSync(`${fixtures}/media/${name}`)
    return `data:${mediaTypes[extension] ?? ''};base64,${bytes.toString('base64')}`
  })
}

/** Every example of a folder: a file a rule, a comment before each page. */
function casesOf(split: string): readonly ActCase[] {
  const folder = `${fixtures}/${split}`
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .sort()
    .flatMap((path) => {
      const [criterion = '', rule = ''] = path.replace(/\.html$/, '').split('/')
      const parts = readFileSync(`${folder}/${path}`, 'utf8').split(/^<!-- (pass|fail): (.*) -->$/m)
      return parts.slice(1).flatMap((kind, index): readonly ActCase[] => {
        if (index % 3 !== 0 || (kind !== 'pass' && kind !== 'fail')) return []
        const [about = '', html = ''] = [parts[index + 2], parts[index + 3]]
        const page = `${split}/${criterion}/${rule}-${String(index / 3 + 1)}.html`
        return [{path: page, criterion, rule, kind, about, html: withMedia(html.trim())}]
      })
    })
}

/** The examples that the rules were written beside. */
export const actCases = casesOf('act')

/** Examples written before anybody looked how the rules do on them, to see what they are worth. */
export const unseenCases = casesOf('act-unseen')

/** Fewer, for the rules that were mended after the first were seen; written before a look, too. */
export const secondCases = casesOf('act-second')

/** Many again, at the borders of what each rule applies to, after the checks had grown. */
export const thirdCases = casesOf('act-third')

/** Fewer, about what was mended then, before a look. */
export const fourthCases = casesOf('act-fourth')

/** All rules once more, and forms that conform in unusual ways, before a look at the checks. */
export const fifthCases = casesOf('act-fifth')

/** Fewer, about other forms of what engines know the least of, after the fifth were mended. */
export const sixthCases = casesOf('act-sixth')

/** Mostly pages that conform, tiny, at the good side of each rule's borders, before a look. */
export const seventhCases = casesOf('act-seventh')

/** All rules again and more criteria, at odd forms of right and wrong, before a look at the checks. */
export const eighthCases = casesOf('act-eighth')

/** Mostly forms that conform or to which no rule applies, bare and odd ones, before a look at the checks. */
export const ninthCases = casesOf('act-ninth')

/** All rules once more, terse and bare documents, a fifth of them Korean, before a look at the checks. */
export const tenthCases = casesOf('act-tenth')

/** Mostly pages that conform by unusual means, each beside one that differs by one thing, a third Korean, before a look. */
export const eleventhCases = casesOf('act-eleventh')

/** All rules and more criteria, terse pairs that differ by one thing, a quarter Korean, before a look at the checks. */
export const twelfthCases = casesOf('act-twelfth')

/** Failures and sufficient techniques of the W3C's Techniques for WCAG 2.2, in twins, before a look at the checks. */
export const thirteenthCases = casesOf('act-thirteenth')

/** Shadow trees, custom elements, new elements and new CSS, in twins, a fifth Korean, before a look at the checks. */
export const fourteenthCases = casesOf('act-fourteenth')
