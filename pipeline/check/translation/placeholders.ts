import type {TranslationCheck} from '../check.ts'
import {knowledgeOf} from './languages/languages.ts'
import {readings} from './reading.ts'
import {unitFinding} from './unit-finding.ts'

/** i18next: `{{name}}`, `{{- name}}`, `{{count, number}}`, `$t(key)`; and the `${name}`, `%(name)s` and `%1$s` of others. */
const placeholder =
  /\{\{[^{}]+\}\}|\$t\([^()]+\)|\$\{[\w.]+\}|%\(\w+\)[sd]|%\d+\$[sd@]|(?<![\w%])%[sd](?!\w)/gu

/**
 * Every placeholder of the source is in the translation, under its own name, and none beside; and
 * no particle whose form depends on a value that nobody knows yet stands bare behind one.
 */
export const placeholders: TranslationCheck = {
  id: 'translation/placeholders',
  criteria: [],
  judge(edition) {
    const {alternating} = knowledgeOf(edition.locale)
    const particle =
      alternating && new RegExp(`\\{\\{[^{}]+\\}\\}(${alternating.join('|')})(?!\\p{L})`, 'gu')
    return readings(edition).flatMap(({unit, source, target}) => {
      const [wanted, there] = [namesIn(source.written), namesIn(target.written)]
      const differ = (what: 'lost' | 'added', some: readonly Placeholder[], others: typeof some) =>
        without(some, others).map(({written, index}) =>
          unitFinding(edition, unit, {
            severity: 'error',
            key: `translation/placeholders/${what}`,
            values: {placeholder: written},
            ...(what === 'added' && {within: {start: index, end: index + written.length}}),
          }),
        )
      const bare = particle === undefined ? [] : [...target.written.matchAll(particle)]
      return [
        ...differ('lost', wanted, there),
        ...differ('added', there, wanted),
        ...bare.map(({0: all, 1: form = '', index}) =>
          unitFinding(edition, unit, {
            severity: 'warning',
            key: 'translation/placeholders/particle',
            values: {written: all, right: all.slice(0, -form.length) + `[[${form}]]`},
            within: {start: index, end: index + all.length},
          }),
        ),
      ]
    })
  },
}

interface Placeholder {
  readonly name: string
  readonly written: string
  readonly index: number
}

/** Each by what it stands for: spaces and the sign for “do not escape” do not matter. */
function namesIn(written: string): readonly Placeholder[] {
  return [...written.matchAll(placeholder)].map(({0: all, index}) => ({
    name: all.replace(/\s/gu, '').replace(/^\{\{-/u, '{{'),
    written: all,
    index,
  }))
}

/** The placeholders of the first list that the second does not have, each as often as it is too many. */
function without(
  some: readonly Placeholder[],
  others: readonly Placeholder[],
): readonly Placeholder[] {
  const rest = others.map(({name}) => name)
  return some.filter(({name}) => {
    const index = rest.indexOf(name)
    if (index >= 0) rest.splice(index, 1)
    return index < 0
  })
}
