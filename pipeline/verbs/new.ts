import {existsSync, readdirSync, statSync} from 'node:fs'
import {mkdir} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {readArticle} from '../ingest/article.ts'
import {newArticle} from '../ingest/new-article.ts'
import {isSlug, slugOf} from '../ingest/slug.ts'
import {writeIfUnchanged} from '../io/files.ts'
import {pathWithin} from '../io/path-within.ts'
import {findPublication, readPublication} from '../io/publication.ts'
import {unwritable} from '../io/unwritable.ts'
import {PipelineError} from '../model/error.ts'
import type {Publication} from '../model/publication.ts'
import {dayIn} from '../words/day-in.ts'
import {hasWords} from '../words/has-words.ts'
import type {Verb} from './verb.ts'

/** `galley new "Headline"`: an article to write. */
export const newVerb: Verb = {
  name: 'new',
  operands: 'HEADLINE',
  summary: 'begin an article: a folder, and a file with its headline, as a draft',
  about:
    'Writes articles/<slug>/article.md with the headline, today’s date in the publication’s time zone\n' +
    'and `status: draft`: `galley serve --watch` shows it, and it is published once that line is gone.\n' +
    'A name that another article has, or once had, is refused.',
  options: {
    slug: {
      type: 'string',
      value: 'NAME',
      about: 'the name in the URL; else made from the headline',
    },
    locale: {
      type: 'string',
      value: 'TAG',
      about: 'the language it is written in; else the publication’s source',
    },
  },
  async run({operands, folder, value, has, print}) {
    const headline = (operands[0] ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim()
    if (!hasWords(headline)) {
      throw new PipelineError(
        'usage',
        headline === ''
          ? 'An article begins with its headline.'
          : `There is no word in “${headline}”: every list names an article by its headline.`,
        'For example: galley new "Harbor reopens after two years"',
      )
    }
    const root = findPublication(folder)
    const publication = await readPublication(root)
    const slug = slugFor(headline, value('slug'))
    refuseTaken(slug, root, publication)
    const path = `articles/${slug}/article.md`
    const text = newArticle({
      headline,
      published: dayIn(publication.config.timeZone, new Date()),
      locale: localeFor(value('locale'), publication),
    })
    const target = await pathWithin(root, path)
    try {
      await mkdir(dirname(target), {recursive: true})
    } catch (cause) {
      throw unwritable(target, cause)
    }
    if (!(await writeIfUnchanged(target, undefined, text))) throw taken(slug, 'There is already')
    print(has('json') ? JSON.stringify({slug, path}, null, 2) : `Wrote ${path}`)
    return 0
  },
}

function slugFor(headline: string, wanted: string | undefined): string {
  if (wanted === undefined) return slugOf(headline)
  if (isSlug(wanted)) return wanted
  throw new PipelineError(
    'usage',
    `"${wanted}" cannot be an article's name in URLs.`,
    'Use letters, digits and hyphens, for example harbor-reopens.',
  )
}

function refuseTaken(slug: string, root: string, {articles, config}: Publication): void {
  // A full disk may have left the folder and nothing in it.
  const own = join(root, 'articles', slug)
  if (existsSync(own) && !isEmpty(own)) throw taken(slug, 'There is already')
  const former = articles.some((file) =>
    readArticle(file, config.source).article?.facts.formerly.includes(slug),
  )
  if (former) throw taken(slug, 'Readers are still led on from')
}

function isEmpty(path: string): boolean {
  return statSync(path).isDirectory() && readdirSync(path).length === 0
}

function taken(slug: string, what: string): PipelineError {
  return new PipelineError(
    'would-overwrite',
    `${what} articles/${slug}. Nothing was written.`,
    'Give this article a name of its own with --slug NAME.',
  )
}

/** The language to be written down: none where it is the publication's own. */
function localeFor(wanted: string | undefined, {config}: Publication): string | undefined {
  if (wanted === undefined) return undefined
  const tags = config.locales.map(({tag}) => tag)
  const tag = tags.find((one) => one.toLowerCase() === wanted.toLowerCase())
  if (tag !== undefined) return tag === config.source ? undefined : tag
  throw new PipelineError(
    'usage',
    `"${wanted}" is not a language of this publication.`,
    `Its languages are: ${tags.join(', ')}.`,
  )
}
