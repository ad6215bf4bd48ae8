import {existsSync} from 'node:fs'
import {mkdir} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {CatalogFiles} from '../model/catalog.ts'
import {PipelineError} from '../model/error.ts'
import {writeIfUnchanged} from './files.ts'
import {pathWithin} from './path-within.ts'
import {sweep} from './temporary.ts'

/**
 * Write locale files, each only if it is still as it was read: another's edit is never overwritten.
 * Where one cannot be written the others are nevertheless. What a run that was killed left half written
 * beside them goes.
 *
 * @throws PipelineError `would-overwrite`, `unwritable-file`: of the first that could not be written
 */
export async function saveCatalogs(
  root: string,
  stored: readonly CatalogFiles[],
  files: readonly CatalogFiles[],
): Promise<void> {
  await sweepFolders(root, [...stored, ...files])
  const refused: PipelineError[] = []
  for (const file of files) {
    const before = stored.find(({slug, locale}) => slug === file.slug && locale === file.locale)
    try {
      await save(root, before, file)
    } catch (cause) {
      if (!(cause instanceof PipelineError)) throw cause
      refused.push(cause)
    }
  }
  if (refused[0] !== undefined) throw refused[0]
}

async function sweepFolders(root: string, files: readonly CatalogFiles[]): Promise<void> {
  for (const locale of new Set(files.map((file) => file.locale))) {
    const folder = join(root, 'locales', locale)
    // One that is not ours to tidy, as a link out of the publication, is refused where it is written.
    if (existsSync(folder)) await sweep(folder, undefined).catch(() => {})
  }
}

async function save(
  root: string,
  before: CatalogFiles | undefined,
  {slug, locale, texts, units}: CatalogFiles,
): Promise<void> {
  // The sidecar first: it holds the texts of retired units, which leave the other file.
  const parts = [
    [`locales/${locale}/${slug}.units.json`, before?.units, units],
    [`locales/${locale}/${slug}.json`, before?.texts, texts],
  ] as const
  for (const [path, was, now] of parts) {
    if (now === undefined || now === was) continue
    const target = await pathWithin(root, path)
    await mkdir(dirname(target), {recursive: true})
    if (await writeIfUnchanged(target, was, now)) continue
    throw new PipelineError(
      'would-overwrite',
      `${path} was edited while Galley was running; that edit was kept and nothing was written over it.`,
      'Run the command again: it takes the edit along.',
    )
  }
}
