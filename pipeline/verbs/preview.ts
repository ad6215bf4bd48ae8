import {join} from 'node:path'
import {knownFiles} from '../io/known-files.ts'
import {openMemory} from '../io/memory.ts'
import {programName} from '../io/program.ts'
import {readPublication, packageRoot} from '../io/publication.ts'
import {readWords} from '../io/words.ts'
import {servePreview, type ServedPreview, type Showing} from '../io/serve-preview.ts'
import {loadMarked, loadTemplates, type LoadedTemplates} from '../io/templates.ts'
import {watchSources, type Watch} from '../io/watch.ts'
import {PipelineError} from '../model/error.ts'
import type {Finding} from '../model/finding.ts'
import type {Rendition} from '../model/rendition.ts'
import {previewer} from '../preview.ts'
import type {Templates} from '../render/template.ts'
import {previewFailure, previewNotes} from '../report/preview.tsx'
import {speaker} from '../words/speaker.ts'

/**
 * Serve the working copy, and render it again whenever its sources change. What cannot be rendered
 * is said on the page, and the next change tries again.
 *
 * @param tell takes a line for whoever watches the terminal
 */
export async function watchAndServe(
  root: string,
  {port}: {readonly port: number},
  tell: (line: string) => void,
): Promise<Pick<ServedPreview, 'url' | 'close'>> {
  let looks: LoadedTemplates | undefined
  let served: ServedPreview | undefined
  let watcher: Watch | undefined
  const folder = join(root, '.galley/memory')
  const memory = openMemory(folder, programName(), true)
  const preview = previewer(memory)
  let known = knownFiles(root, join(folder, 'files'))
  const build = async (changed: readonly string[]): Promise<Showing> => {
    const start = performance.now()
    memory.turn()
    try {
      // What lies anywhere else is what templates import.
      if (changed.some((path) => !content.test(path))) looks = undefined
      looks ??= await loadTemplates([root, packageRoot], join(folder, 'templates'))
      watcher?.follow(looks.outside)
      known = known.again()
      const publication = await readPublication(root, {known, held: true, reports: true}, memory)
      const {templates} = looks
      let marks: Promise<Templates> | undefined
      const made = preview(publication, {
        ...looks,
        now: new Date().toISOString(),
        marked: () => (marks ??= loadMarked([root, packageRoot], templates)),
      })
      const {config, words} = publication
      const voiceOf = (locale: string) =>
        speaker(words, words[locale]?.['report'] === undefined ? 'en' : locale, 'en')
      const errors = made.findings.filter(({severity}) => severity === 'error').length
      const seconds = ((performance.now() - start) / 1000).toFixed(2)
      tell(`${made.count} files ready in ${seconds} s${errors === 0 ? '' : `, ${errors} to mend`}`)
      return {
        ...made,
        base: new URL(config.url).pathname,
        async above(page) {
          const found = [...made.findings, ...(await made.findingsOn(page))]
          return previewNotes(
            found.filter((one) => isShownOn(page, one)),
            voiceOf(page.locale ?? config.source),
          )
        },
        failure: undefined,
        failed(error) {
          const failure = told(error)
          tell(`${failure.message}\n${failure.advice}`)
          return previewFailure(failure, voiceOf(config.source))
        },
      }
    } catch (error) {
      const failure = told(error)
      tell(`${failure.message}\n${failure.advice}`)
      const voice = speaker(readWords([packageRoot], ['en']), 'en', 'en')
      return {
        has: () => false,
        file: () => undefined,
        image: () => undefined,
        fonts: [],
        base: '/',
        above: async () => '',
        failure: previewFailure(failure, voice),
        failed: (again) => previewFailure(told(again), voice),
      }
    }
  }
  // Watched before it is read, so that no edit falls between the two.
  const watching = await watchSources(
    root,
    async (changed) => served?.show(await build(changed)),
    (error) => tell(`Changes may go unseen: ${told(error).message}`),
  )
  watcher = watching
  try {
    served = await servePreview(await build([]), {port})
  } catch (error) {
    await watching.close()
    throw error
  }
  const {url, close} = served
  return {
    url,
    async close() {
      await watching.close()
      await close()
      known.save()
      memory.close(false)
    },
  }
}

/** What changes and is neither a template nor what one imports. */
const content = /^(articles|fonts|locales)(\/|$)|^publication\.json$/

/** Errors are shown everywhere, since what they hold may be missing anywhere; warnings where they are. */
function isShownOn({article, locale}: Rendition, finding: Finding): boolean {
  if (finding.severity !== 'warning') return finding.severity === 'error'
  return finding.article === article && (finding.locale ?? locale) === locale
}

function told(error: unknown): {readonly message: string; readonly advice: string} {
  if (error instanceof PipelineError) return error
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return {
    message,
    advice: 'This is a fault of Galley or of a template; the next change tries again.',
  }
}
