import {mkdir} from 'node:fs/promises'
import {dirname} from 'node:path'
import type {CatalogFiles} from '../model/catalog.ts'
import {PipelineError} from '../model/error.ts'
import {writeIfUnchanged} from './files.ts'
import {pathWithin} from './path-within.ts'

/**
 * Write locale files, each only if it is still as it was read: another's edit is never overwritten.
 *
 * @throws PipelineError `would-overwrite`, `unwritable-file`
 */
export async function saveCatalogs(
  root: string,
  stored: readonly CatalogFiles[],
  files: readonly CatalogFiles[],
): Promise<void> {
  for (const {slug, locale, texts, units} of files) {
    const before = stored.find((one) => one.slug === slug && one.locale === locale)
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
}
