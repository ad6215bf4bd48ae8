import {shownBeside} from './check/shown-beside.ts'
import {editionKey} from './check/speech.ts'
import type {Filed} from './model/brief.ts'
import type {Finding} from './model/finding.ts'
import type {Rendition} from './model/rendition.ts'
import type {Verdict} from './model/verdict.ts'

/** Editions that were rendered and judged together. */
export interface Staying {
  /** Those that the gate lets out. */
  readonly passed: readonly Filed[]
  /**
   * Those that the rest is made anew with: without any that may be what is wrong with the others.
   * As many as there were where nothing is to be taken away, none where nothing is left.
   */
  readonly staying: readonly Filed[]
}

/**
 * Which editions stay where some are held. What is wrong on a list, or beside an article, may be what
 * is wrong with an article that is shown there: those go first, and the others are judged without them.
 * Where none would stay, so it is with a language and the pages that speak for all of them.
 *
 * @param pageOf a page as it was judged
 */
export function stayingOf(
  editions: readonly Filed[],
  verdict: Verdict,
  renditions: readonly Rendition[],
  pageOf: (path: string) => string | undefined,
): Staying {
  const decisions = new Map(verdict.editions.map((one) => [editionKey(one), one.decision]))
  const passed = editions.filter(({brief}) => decisions.get(editionKey(brief)) === 'release')
  const sound = withoutReason(editions, verdict, isOnPageOf)
  const isBeside = shownBeside(pathsWithout(sound, renditions), pageOf)
  const alone = withoutReason(
    editions,
    verdict,
    (finding, slug) => isOnPageOf(finding, slug) && !isBeside(finding, slug),
  )
  const fewer = [alone, sound].find(({length}) => length > 0 && length < editions.length)
  const rest = passed.length > 0 ? passed : withoutLanguages(editions, verdict)
  return {passed, staying: fewer ?? rest}
}

/** The findings on what goes away with the held editions, so that the report still has them. */
export function goneWith(
  seen: readonly Finding[],
  editions: readonly Filed[],
  passed: readonly Filed[],
): readonly Finding[] {
  const stays = new Set(passed)
  const gone = editions.filter((edition) => !stays.has(edition))
  const locales = new Set(passed.map(({brief}) => brief.locale))
  return seen.filter(({article, locale}) =>
    article === undefined
      ? locale !== undefined && !locales.has(locale)
      : gone.some(
          ({brief}) =>
            brief.slug === article &&
            // What is wrong with an image is so in every language, and told as long as one stays.
            (locale === undefined
              ? !passed.some((one) => one.brief.slug === article)
              : brief.locale === locale),
        ),
  )
}

/** The editions in languages whose own shared pages and words nothing is wrong with. */
function withoutLanguages(editions: readonly Filed[], {findings}: Verdict): readonly Filed[] {
  const held = new Set(
    findings
      .flatMap(({blocks, pages, ...finding}) =>
        blocks ? (pages ?? [finding]).filter(({article}) => article === undefined) : [],
      )
      .map(({locale}) => locale),
  )
  return editions.filter(({brief}) => !held.has(brief.locale))
}

/** The editions that nothing counts against of what is theirs. */
function withoutReason(
  editions: readonly Filed[],
  {editions: verdicts, findings}: Verdict,
  isTheirs: (finding: Finding, slug: string) => boolean,
): readonly Filed[] {
  const named = new Set(
    verdicts.flatMap((one) => {
      const reasons = one.because.flatMap((at) => findings[at] ?? [])
      return reasons.some((finding) => isTheirs(finding, one.slug)) ? [editionKey(one)] : []
    }),
  )
  return editions.filter(({brief}) => !named.has(editionKey(brief)))
}

/** Whether it is not only on pages that articles share. */
function isOnPageOf(finding: Finding, slug: string): boolean {
  const {pages = [finding]} = finding
  return pages.some(({article}) => article === slug)
}

/** The articles' pages that these editions do not have. */
function pathsWithout(
  editions: readonly Filed[],
  renditions: readonly Rendition[],
): readonly string[] {
  const keys = new Set(editions.map(({brief}) => editionKey(brief)))
  return renditions.flatMap(({page, path, article: slug, locale}) =>
    page === 'article' &&
    slug !== undefined &&
    locale !== undefined &&
    !keys.has(editionKey({slug, locale}))
      ? [path]
      : [],
  )
}
