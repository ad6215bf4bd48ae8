import type {Edition} from '../../model/edition.ts'
import type {Severity} from '../../model/finding.ts'
import type {TranslationCheck} from '../check.ts'
import {marksIn, without, type Mark} from './marks.ts'
import {knowledgeOf} from './languages/languages.ts'
import {languageOf, readings, type ReadText} from './reading.ts'
import {unitFinding} from './unit-finding.ts'

/**
 * Links, pictures, code, notes and HTML of the source are in the translation, and none beside. They
 * are compared by their targets on the parsed text, so their order and their words are free, but for
 * two that are joined (one and the other), and `/en/a` and `/ko/a` are one page. A link that leads elsewhere, and code that is gone, are
 * warnings: translators rightly lead to a page in their language, and say code in words.
 */
export const markup: TranslationCheck = {
  id: 'translation/markup',
  criteria: [],
  judge(edition) {
    const identity = ({kind, value}: Mark) =>
      `${kind} ${kind === 'link' ? pageOf(value, edition) : value}`
    const compared = readings(edition).map(({unit, source, target}) => {
      const [wanted, there] = [marksIn(source.nodes), marksIn(target.nodes)]
      // Code that became plain words is not lost, only its setting is.
      const lost = without(wanted, there, identity).filter(
        (mark) => mark.kind !== 'code' || !isSaid(mark, there, target.prose),
      )
      const added = without(there, wanted, identity).filter(
        ({kind, value}) =>
          !(kind === 'html' && setting.test(value) && !acting.test(value)) &&
          !((kind === 'code' || kind === 'link') && source.prose.includes(value)),
      )
      const swapped = swappedLinks(source, target, edition)
      return {unit, lost, added, swapped}
    })
    // Sentences move between paragraphs, and their marks with them.
    const [gone, come] = [
      new Set(compared.flatMap(({lost}) => lost.map(identity))),
      new Set(compared.flatMap(({added}) => added.map(identity))),
    ]
    return compared.flatMap(({unit, ...marks}) => {
      const lost = marks.lost.filter((mark) => !come.has(identity(mark)))
      const added = marks.added.filter((mark) => !gone.has(identity(mark)))
      const pairs = changesOf(lost, added, edition)
      const single = (some: readonly Mark[], what: 'lost' | 'added') =>
        some
          .filter((mark) => !pairs.some(({was, is}) => was === mark || is === mark))
          .map((mark) =>
            unitFinding(edition, unit, {
              severity: severityOf(mark, what),
              key: `translation/markup/${mark.kind}-${what}`,
              values: {value: mark.value},
              within: what === 'added' ? mark.within : undefined,
            }),
          )
      const changed = pairs
        .filter((change) => !isOnePlace(change, edition))
        .map(({was, is}) =>
          unitFinding(edition, unit, {
            severity: 'warning',
            key: `translation/markup/${was.kind}-changed`,
            values: {value: is.value, source: was.value},
            within: is.within,
          }),
        )
      const swapped = marks.swapped.map(({one, other, within}) =>
        unitFinding(edition, unit, {
          severity: 'warning',
          key: 'translation/markup/link-swapped',
          values: {value: one, source: other},
          within,
        }),
      )
      return [...swapped, ...changed, ...single(lost, 'lost'), ...single(added, 'added')]
    })
  },
}

/** Two links that are joined (one and the other) lead each where the other one does. */
function swappedLinks(source: ReadText, target: ReadText, edition: Edition) {
  const joined = ({nodes}: ReadText, locale: string) => {
    const {joins} = knowledgeOf(locale)
    return nodes.flatMap((node, at) => {
      const [between, next] = [nodes[at + 1], nodes[at + 2]]
      if (node.type !== 'link' || between?.type !== 'text' || next?.type !== 'link') return []
      if (joins?.test(between.value) !== true) return []
      const [start, end] = [node.position?.start.offset, next.position?.end.offset]
      const within = start === undefined || end === undefined ? undefined : {start, end}
      return [{one: pageOf(node.url, edition), other: pageOf(next.url, edition), within}]
    })
  }
  const [wanted, there] = [joined(source, edition.sourceLocale), joined(target, edition.locale)]
  return there.filter(
    ({one, other}) =>
      one !== other && wanted.some((pair) => pair.one === other && pair.other === one),
  )
}

/** Code that stands in the translation somewhere: as code, in parts, with other spaces and quotes, or as words. */
function isSaid({value}: Mark, there: readonly Mark[], prose: string): boolean {
  const plain = (code: string) => code.replace(/"[^"]*"|'[^']*'|[\s"'/;()]/gu, '')
  const codes = new Set(there.map((mark) => (mark.kind === 'code' ? plain(mark.value) : '')))
  const parts = value.split(/\s*[/,]\s*/u).map(plain)
  return (
    prose.includes(value.replace(/\(\)$/u, '')) ||
    [plain(value), plain(value.replaceAll(/["']/gu, ''))].some((code) => codes.has(code)) ||
    (parts.length > 1 && parts.every((part) => codes.has(part)))
  )
}

/** Tags that only set words apart; translators use them for glosses and for emphasis. */
const setting =
  /^<\/?(?:abbr|b|br|cite|code|em|i|kbd|mark|rp|rt|ruby|s|small|span|strong|sub|sup|u|wbr)\b/iu

/** What no page lets through: it would run or load something, or look otherwise. */
const acting =
  /^<(?:script|iframe|object|embed|video|audio|style|link|meta|base|form|input|button|font|center|svg)\b|\s(?:on[a-z]+|style)\s*=/iu

function severityOf({kind, value}: Mark, what: 'lost' | 'added'): Severity {
  if (kind === 'html' && acting.test(value)) return 'warning'
  if (kind === 'code' || kind === 'html') return what === 'lost' ? 'warning' : 'notice'
  return what === 'added' && kind === 'link' ? 'warning' : 'error'
}

interface Change {
  readonly was: Mark
  readonly is: Mark
}

/** A link or picture that is gone, and another in its place: to the same page, else in the order of the text. */
function changesOf(
  lost: readonly Mark[],
  added: readonly Mark[],
  edition: Edition,
): readonly Change[] {
  return (['link', 'image'] as const).flatMap((kind) => {
    const rest = added.filter((mark) => mark.kind === kind)
    const gone = lost.filter((mark) => mark.kind === kind)
    const same = gone.flatMap((was): readonly Change[] => {
      const index = rest.findIndex((is) => samePage(was.value, is.value, edition))
      const [is] = index < 0 ? [] : rest.splice(index, 1)
      return is === undefined ? [] : [{was, is}]
    })
    const others = gone
      .filter((was) => !same.some((change) => change.was === was))
      .flatMap((was, index): readonly Change[] => {
        const is = rest[index]
        return is === undefined ? [] : [{was, is}]
      })
    return [...same, ...others]
  })
}

/** One place all the same: a fragment that was made of a heading's words is translated with the heading. */
function isOnePlace({was, is}: Change, edition: Edition): boolean {
  const [from, to] = [was, is].map(({value}) => /#(.*)$/u.exec(value)?.[1] ?? '')
  return (
    samePage(was.value, is.value, edition) && (from === to || /[^ -~]|%[89a-f]/iu.test(to ?? ''))
  )
}

function samePage(a: string, b: string, edition: Edition): boolean {
  const page = (url: string) => pageOf(url.replace(/#.*$/u, ''), edition)
  const [one, other] = [page(a), page(b)]
  return one === other || pathOn(one) === other || one === pathOn(other)
}

/** The path of an address on a host: a site's own pages are linked with and without the host. */
function pathOn(page: string): string | undefined {
  return /^\/\/[^/]+(\/.+)$/u.exec(page)?.[1]
}

/**
 * A page, whatever the language of its address: no scheme, `www.`, language, nor slash at its end,
 * no archive round it, and one name for a repository's main branch.
 */
export function pageOf(url: string, {locale, sourceLocale}: Edition): string {
  const tags = new Set(
    [locale, sourceLocale].flatMap((tag) => [tag.toLowerCase(), languageOf(tag)]),
  )
  return url
    .replace(/^https?:\/\/web\.archive\.org\/web\/\d+\//u, '')
    .replace(/^https?:\/\/(?:www\.)?/u, '//')
    .replace(/[?&](?:hl|lang|locale)=[a-z-]+/iu, '')
    .replace(/\/(?:blob|tree)\/(?:master|main|HEAD)\//u, '/blob/HEAD/')
    .split('/')
    .map((part) =>
      part.replace(/^([a-z]{2,3})\./u, (all, tag: string) => (tags.has(tag) ? '' : all)),
    )
    .filter(
      (part) =>
        !tags.has(
          part
            .toLowerCase()
            .replace(/_/gu, '-')
            .replace(/-[a-z]{2}$/u, ''),
        ),
    )
    .join('/')
    .replace(/\/(?=#|$)/u, '')
}
