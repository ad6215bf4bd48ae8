import {join} from 'node:path'
import {withLock} from '../io/lock.ts'
import {findPublication, readPublication} from '../io/publication.ts'
import {saveCatalogs} from '../io/save-catalogs.ts'
import {PipelineError} from '../model/error.ts'
import {listFindings} from '../report/terminal.ts'
import {catalogFiles} from '../translate/catalog-files.ts'
import {fill} from '../translate/draft/fill.ts'
import {speaker} from '../words/speaker.ts'
import {draftTable, rowsOf} from './draft-table.ts'
import {draftMakers, isDraftOrigin} from './draft-makers.ts'
import {syncedCatalogs} from './synced-catalogs.ts'
import {paragraphs} from './paragraphs.ts'
import type {ExitCode, Verb} from './verb.ts'

/** `galley draft`: texts for what is not translated yet, from the memory or a machine. */
export const draft: Verb = {
  name: 'draft',
  operands: '[ARTICLE]',
  summary: 'fill what is not translated with drafts from the translation memory, or a machine',
  about:
    'Looks for each unit without a translation whether it, or a text like it, was translated before in\n' +
    'any article, and puts that in as a draft: never as translated, and never over a text that is\n' +
    'there. What was made from another source is marked stale, with that source beside it. With\n' +
    '--from machine the command named in publication.json under "machine" is asked instead.',
  options: {
    locale: {type: 'string', value: 'TAG', about: 'the language to fill; else every target'},
    from: {type: 'string', value: 'ORIGIN', about: 'memory (the default) or machine'},
    least: {
      type: 'string',
      value: 'PERCENT',
      about: 'how alike a text must be to count; else 75, between unchanged neighbours 50',
    },
    'dry-run': {type: 'boolean', about: 'show only; write nothing'},
  },
  async run({operands: [slug], folder, value, has, print, terminal}) {
    const origin = value('from') ?? 'memory'
    if (!isDraftOrigin(origin)) {
      throw new PipelineError(
        'usage',
        `Drafts cannot come from "${origin}".`,
        'Use --from memory, or --from machine.',
      )
    }
    const least = percent(value('least') ?? '75')
    const root = findPublication(folder)
    return withLock<ExitCode>(join(root, 'out'), async () => {
      const publication = await readPublication(root)
      const {chosen, all, findings: broken} = syncedCatalogs(publication, slug, value('locale'))
      const made = await draftMakers[origin]({publication, root, chosen, all, least})
      const filled = chosen.map(({article, catalog}) => ({
        article,
        before: catalog,
        catalog: fill(
          catalog,
          made.offers.filter(
            (offer) => offer.article === article.slug && offer.locale === catalog.locale,
          ),
        ),
      }))
      const changed = filled.filter(({before, catalog}) => rowsOf(before, catalog).length > 0)
      const files = changed.map(({catalog}) => catalogFiles(catalog))
      if (!has('dry-run') && files.length > 0) {
        const sources = changed.flatMap(({article}) =>
          chosen.flatMap((one) => (one.article === article ? one.sourceFiles : [])),
        )
        await saveCatalogs(root, publication.catalogs, [...new Set(sources), ...files])
      }
      const findings = [...broken, ...made.findings]
      const rows = filled.flatMap(({before, catalog}) => rowsOf(before, catalog))
      const left = filled
        .flatMap(({catalog}) => catalog.units)
        .filter(({target}) => target === undefined).length
      if (has('json')) print(JSON.stringify({origin, drafts: rows, left, findings}, null, 2))
      else {
        const words = speaker(publication.words, 'en', 'en')
        print(paragraphs(listFindings(findings, words, terminal), draftTable(rows, left)))
      }
      return findings.some(({severity}) => severity === 'error') ? 1 : 0
    })
  },
}

function percent(text: string): number {
  const number = Number(text.replace(/%$/u, ''))
  if (Number.isInteger(number) && number >= 30 && number <= 100) return number
  throw new PipelineError(
    'usage',
    `--least ${text}: that is not a whole number from 30 to 100.`,
    'For example: galley draft --least 75',
  )
}
