import {createColors} from 'picocolors'
import wrapAnsi from 'wrap-ansi'
import {findPublication, readPublication} from '../io/publication.ts'
import {changeBetween} from '../translate/change.ts'
import {wordDiff, type Stretch} from '../translate/word-diff.ts'
import {broughtUp, named} from './brought-up.ts'
import type {Verb} from './verb.ts'

/** `galley diff`: what has changed in the source since it was translated. */
export const diff: Verb = {
  name: 'diff',
  operands: '[ARTICLE …]',
  summary: 'show what has changed in the source since it was translated',
  about:
    'For each stale unit: the source text word by word, as it was when it was translated and as it is\n' +
    'now, and the translation. Reads only; the locale files need not be up to date. A translation that\n' +
    'still holds is confirmed with `galley accept`.',
  options: {
    locale: {type: 'string', value: 'TAG', about: 'only the translation into this language'},
  },
  async run({folder, has, operands, value, print, terminal}) {
    const publication = await readPublication(findPublication(folder))
    const chosen = named(publication, operands, value('locale'))
    const units = broughtUp(publication)
      .flatMap(({catalogs}) => catalogs)
      .filter(chosen)
      .flatMap(({slug, locale, units: all}) => all.map((unit) => ({slug, locale, ...unit})))
      .flatMap(({slug, locale, key, kind, source, target, previousSource}) =>
        previousSource === undefined
          ? []
          : [
              {
                article: slug,
                locale,
                key,
                change: changeBetween(previousSource, source, kind),
                previousSource,
                source,
                target,
                diff: wordDiff(previousSource, source),
              },
            ],
      )
    if (has('json')) print(JSON.stringify(units, null, 2))
    else if (units.length === 0) print('No translation is stale.')
    else {
      const {bold, dim} = createColors(terminal.colour)
      const text = units.map(({article, locale, key, change, target, diff: stretches}) =>
        [
          `${bold(`${article}  ${locale}  ${key}`)}  ${dim(change)}`,
          indented(shown(stretches, terminal.colour), terminal.columns),
          dim(indented(target ?? '', terminal.columns)),
        ].join('\n'),
      )
      print(text.join('\n\n'))
    }
    return 0
  },
}

/** What was taken out and what was put in, by colour or, without colours, as `git` marks words. */
function shown(stretches: readonly Stretch[], colour: boolean): string {
  const {red, green, strikethrough} = createColors(colour)
  return stretches
    .map(({in: where, text}) => {
      if (where === 'both') return text
      if (where === 'before') return colour ? red(strikethrough(text)) : `[-${text}-]`
      return colour ? green(text) : `{+${text}+}`
    })
    .join('')
}

function indented(text: string, columns: number): string {
  return wrapAnsi(text, Math.max(20, columns - 4), {hard: true}).replaceAll(/^/gmu, '    ')
}
