import {existsSync} from 'node:fs'
import {mkdir, readFile} from 'node:fs/promises'
import {basename, dirname, extname, resolve} from 'node:path'
import {ingest as ingestText} from '../ingest/ingest.ts'
import {readableEndings} from '../ingest/readers.ts'
import {reingest, type Action} from '../ingest/reingest.ts'
import {isSlug} from '../ingest/slug.ts'
import {sha256} from '../io/digest.ts'
import {writeIfUnchanged} from '../io/files.ts'
import {pathWithin} from '../io/path-within.ts'
import {unwritable} from '../io/unwritable.ts'
import {findPublication, readPublication} from '../io/publication.ts'
import {readBytes} from '../io/text-file.ts'
import {isMdx} from '../markdown/mdx.ts'
import {PipelineError} from '../model/error.ts'
import {listFindings} from '../report/terminal.ts'
import {speaker} from '../words/speaker.ts'
import {paragraphs} from './paragraphs.ts'
import type {ExitCode, Verb} from './verb.ts'

/** `galley ingest FILE`: raw text, Markdown or MDX → an article. */
export const ingest: Verb = {
  name: 'ingest',
  operands: 'FILE',
  summary: 'turn raw text off the wire, or Markdown, into an article',
  about:
    'Reads FILE (.txt, .md or .mdx) and writes articles/<slug>/article.md: headline, standfirst, byline and\n' +
    'dateline as front matter, the body as Markdown. What an editor should look at is listed with\n' +
    'line and column. An article that has been edited since is not overwritten: the difference is\n' +
    'shown, and --force is asked for.',
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
    fix: {type: 'boolean', about: 'correct suspected slips as suggested'},
    force: {type: 'boolean', about: 'write in spite of errors, edits, or another source'},
  },
  async run({operands, folder, cwd, value, has, print, terminal}) {
    const [file] = operands
    if (file === undefined || operands.length > 1) {
      throw new PipelineError(
        'usage',
        'Name one file to ingest.',
        'For example: galley ingest wire/story.txt',
      )
    }
    refuseOptions(file, value('slug'), value('locale'))
    const root = findPublication(folder)
    const {config, words} = await readPublication(root)
    const incoming = ingestText({
      name: file,
      bytes: await readBytes(resolve(cwd, file)),
      locale: value('locale') ?? config.source,
      slug: value('slug'),
      fix: has('fix'),
      hash: sha256,
    })
    const folderOf = `articles/${incoming.slug}`
    const [path, otherwise] = isMdx(file)
      ? [`${folderOf}/article.mdx`, `${folderOf}/article.md`]
      : [`${folderOf}/article.md`, `${folderOf}/article.mdx`]
    const target = await pathWithin(root, path)
    const existing = existsSync(target) ? await readFile(target, 'utf8') : undefined
    if (existsSync(await pathWithin(root, otherwise))) {
      const {text, exit, error} = outcome('taken', otherwise, file)
      print(has('json') ? JSON.stringify({path: otherwise, action: 'taken', error}) : text)
      return exit
    }
    const {findings} = incoming
    const broken = findings.some(({severity}) => severity === 'error') && !has('force')
    const {action, difference} = broken
      ? {action: 'broken' as const, difference: ''}
      : reingest(existing, incoming.text, has('force'), sha256)
    let said = outcome(action, path, file)
    if (action === 'create' || action === 'replace') {
      const written = await put(target, existing, incoming.text)
      if (!written) said = outcome('refuse', path, file)
    }
    if (has('json')) {
      const {error} = said
      print(JSON.stringify({path, action, difference, findings, ...(error && {error})}, null, 2))
    } else {
      const list = listFindings(findings, speaker(words, 'en', 'en'), terminal)
      print(paragraphs(list, difference, said.text))
    }
    return said.exit
  },
}

/** What became of a source, in words, and how the verb ends. */
function outcome(action: Action | 'broken', path: string, file: string): Said {
  const error = (text: string, exit: ExitCode): Said => ({text, exit, error: text})
  switch (action) {
    case 'create':
      return {text: `Wrote ${path}`, exit: 0}
    case 'replace':
      return {text: `Replaced ${path}`, exit: 0}
    case 'unchanged':
      return {text: `${path} is up to date with ${basename(file)}; nothing was written.`, exit: 0}
    case 'kept':
      return {
        text: `${path} has been edited; ${basename(file)} has not changed since, and nothing was written.\nTo begin again from the source, run again with --force.`,
        exit: 0,
      }
    case 'broken':
      return error(
        'Nothing was written: mend the errors above, or run again with --force to take the text as it is.',
        1,
      )
    case 'taken':
      return error(
        `Nothing was written: ${path} was made from another source.\nGive this one a name of its own with --slug NAME, or run again with --force to replace it.`,
        2,
      )
    case 'refuse':
      return error(
        `Nothing was written: ${path} has been edited, and ${basename(file)} has changed.\nTake over by hand what you want of the difference above, or run again with --force.`,
        2,
      )
  }
}

interface Said {
  readonly text: string
  readonly exit: ExitCode
  readonly error?: string
}

/** Write an article if it is still as it was read. */
async function put(target: string, existing: string | undefined, text: string): Promise<boolean> {
  try {
    await mkdir(dirname(target), {recursive: true})
  } catch (cause) {
    throw unwritable(target, cause)
  }
  return writeIfUnchanged(target, existing, text)
}

/** Options that cannot be meant are refused before anything is read. */
function refuseOptions(file: string, slug: string | undefined, locale: string | undefined): void {
  const ending = extname(file).toLowerCase()
  if (ending !== '' && !readableEndings.includes(ending)) {
    throw new PipelineError(
      'usage',
      `${ending} files cannot be ingested.`,
      `Save it as text; what can be read: ${readableEndings.join(', ')}.`,
    )
  }
  if (slug !== undefined && !isSlug(slug)) {
    throw new PipelineError(
      'usage',
      `"${slug}" cannot be an article's name in URLs.`,
      'Use letters, digits and hyphens, for example harbor-reopens.',
    )
  }
  if (locale !== undefined && !isLanguage(locale)) {
    throw new PipelineError(
      'usage',
      `"${locale}" is not a language tag.`,
      'Use a BCP 47 tag such as "en", "ko" or "zh-Hant".',
    )
  }
}

function isLanguage(tag: string): boolean {
  try {
    return new Intl.DisplayNames('en', {type: 'language', fallback: 'none'}).of(tag) !== undefined
  } catch {
    return false
  }
}
