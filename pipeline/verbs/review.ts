import {join} from 'node:path'
import {withLock} from '../io/lock.ts'
import {findPublication, readPublication} from '../io/publication.ts'
import {saveCatalogs} from '../io/save-catalogs.ts'
import type {State, Unit} from '../model/catalog.ts'
import {PipelineError} from '../model/error.ts'
import {listFindings} from '../report/terminal.ts'
import {catalogFiles} from '../translate/catalog-files.ts'
import {speaker} from '../words/speaker.ts'
import {syncedCatalogs} from './synced-catalogs.ts'
import {paragraphs} from './paragraphs.ts'
import type {ExitCode, Verb} from './verb.ts'

/** `galley review ARTICLE`: an editor has gone over a translation. */
export const review: Verb = {
  name: 'review',
  operands: 'ARTICLE',
  summary: 'mark what is translated in an article as reviewed',
  about:
    'Says that an editor has read the translation against the source: units that are translated, and\n' +
    'drafts that are good as they are, become reviewed. What is stale or not translated is left as it\n' +
    'is, and listed. A reviewed text that is edited later is translated again, not reviewed. --undo\n' +
    'makes reviewed units translated ones.',
  options: {
    locale: {
      type: 'string',
      value: 'TAG',
      about: 'the language that was read; else the only target',
    },
    unit: {type: 'string', value: 'KEY', about: 'only this unit'},
    undo: {type: 'boolean', about: 'take it back'},
  },
  async run({operands: [slug], folder, value, has, print, terminal}) {
    if (slug === undefined) {
      throw new PipelineError(
        'usage',
        'Name the article that was read.',
        'For example: galley review my-story --locale ko',
      )
    }
    const root = findPublication(folder)
    return withLock<ExitCode>(join(root, 'out'), async () => {
      const publication = await readPublication(root)
      const {chosen, findings} = syncedCatalogs(publication, slug, value('locale'))
      const [one, another] = chosen
      if (another !== undefined) {
        throw new PipelineError(
          'usage',
          'Say which language was read.',
          `Name it with --locale TAG: ${chosen.map(({catalog}) => catalog.locale).join(', ')}.`,
        )
      }
      const key = value('unit')
      if (one !== undefined && key !== undefined) known(key, one.catalog.units)
      const state: State = has('undo') ? 'translated' : 'reviewed'
      const isMeant = (unit: Unit) => key === undefined || unit.key === key
      const units = (one?.catalog.units ?? []).map((unit) =>
        isMeant(unit) && mayBecome(state, unit) ? {...unit, state} : unit,
      )
      const marked = units.flatMap((unit, index) =>
        unit === one?.catalog.units[index] ? [] : [unit.key],
      )
      const left = units
        .filter((unit) => isMeant(unit) && state === 'reviewed' && unit.state !== 'reviewed')
        .map((unit) => ({
          unit: unit.key,
          why: unit.target === undefined ? 'untranslated' : 'stale',
        }))
      if (one !== undefined && marked.length > 0) {
        const files = [...one.sourceFiles, catalogFiles({...one.catalog, units})]
        await saveCatalogs(root, publication.catalogs, files)
      }
      if (has('json')) print(JSON.stringify({state, marked, left, findings}, null, 2))
      else {
        const words = speaker(publication.words, 'en', 'en')
        const count = marked.length === 1 ? '1 unit is' : `${marked.length} units are`
        print(
          paragraphs(
            listFindings(findings, words, terminal),
            left.map(({unit, why}) => `  ${unit}  ${why}, left as it is`).join('\n'),
            `${count} ${state} now.`,
          ),
        )
      }
      return findings.length > 0 ? 1 : 0
    })
  },
}

function mayBecome(state: State, unit: Unit): boolean {
  if (unit.target === undefined || unit.stale) return false
  return state === 'reviewed' ? unit.state !== 'reviewed' : unit.state === 'reviewed'
}

function known(key: string, units: readonly Unit[]): void {
  if (units.some((unit) => unit.key === key)) return
  throw new PipelineError(
    'usage',
    `The article has no unit "${key}".`,
    'The units are the keys of its locale file.',
  )
}
