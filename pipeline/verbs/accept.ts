import {join} from 'node:path'
import {withLock} from '../io/lock.ts'
import {findPublication, readPublication} from '../io/publication.ts'
import {saveCatalogs} from '../io/save-catalogs.ts'
import {PipelineError} from '../model/error.ts'
import {accept as acceptIn} from '../translate/accept.ts'
import {catalogFiles} from '../translate/catalog-files.ts'
import {broughtUp, named} from './brought-up.ts'
import type {Verb} from './verb.ts'

/** `galley accept`: stale translations hold as they are. */
export const accept: Verb = {
  name: 'accept',
  operands: '[ARTICLE] [KEY …]',
  summary: 'confirm that stale translations still hold',
  about:
    'Takes the stale mark off the translations of an article, or off the units named by their keys\n' +
    '(`galley diff` shows them). The mark comes back when the source changes again. Locale files are\n' +
    'brought up to date on the way, as `galley sync` does.',
  options: {
    locale: {type: 'string', value: 'TAG', about: 'only the translation into this language'},
    all: {type: 'boolean', about: 'every stale translation of every article'},
  },
  async run({folder, has, operands, value, print}) {
    const [slug, ...keys] = operands
    if ((slug === undefined) !== has('all'))
      throw new PipelineError(
        'usage',
        'Name an article, or say --all.',
        'For example: galley accept harbor-reopens --locale ko',
      )
    const root = findPublication(folder)
    const accepted = await withLock(join(root, 'out'), async () => {
      const publication = await readPublication(root)
      const chosen = named(publication, slug === undefined ? [] : [slug], value('locale'))
      const synced = broughtUp(publication)
      refuseStrangers(synced, slug, keys)
      const done = synced.flatMap(({catalogs, broken}) =>
        catalogs
          .filter((catalog) => chosen(catalog) && !broken.includes(catalog.locale))
          .map((catalog) => acceptIn(catalog, keys)),
      )
      const changed = done.filter((one) => one.keys.length > 0).map(({catalog}) => catalog)
      const files = synced.flatMap((one) => one.files)
      await saveCatalogs(root, publication.catalogs, [
        ...files.filter(
          (file) => !changed.some((one) => one.slug === file.slug && one.locale === file.locale),
        ),
        ...changed.map(catalogFiles),
      ])
      return done.flatMap(({catalog, keys: own}) =>
        own.map((key) => ({article: catalog.slug, locale: catalog.locale, key})),
      )
    })
    if (has('json')) print(JSON.stringify({accepted}, null, 2))
    else if (accepted.length === 0) print('No translation is stale there; nothing was changed.')
    else {
      const lines = accepted.map(({article, locale, key}) => `  ${article}  ${locale}  ${key}`)
      print(`Accepted as they are:\n${lines.join('\n')}`)
    }
    return 0
  },
}

/** A key that no segment has is a slip of the pen, not a wish. */
function refuseStrangers(
  synced: ReturnType<typeof broughtUp>,
  slug: string | undefined,
  keys: readonly string[],
): void {
  const known = new Set(
    synced
      .flatMap(({catalogs}) => catalogs)
      .flatMap((catalog) => (catalog.slug === slug ? catalog.units.map(({key}) => key) : [])),
  )
  const strange = keys.find((key) => !known.has(key))
  if (strange === undefined) return
  throw new PipelineError(
    'usage',
    `The article "${slug ?? ''}" has no unit "${strange}".`,
    'The keys stand in its locale file; `galley diff` shows those of stale units.',
  )
}
