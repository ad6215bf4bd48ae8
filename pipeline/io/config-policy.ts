import type {Locale} from '../model/locale.ts'
import type {Policy} from '../model/verdict.ts'
import type {ConfigFile} from './config-file.ts'
import {refused, type PlacedJson} from './placed-json.ts'
import {isSelector} from './selector.ts'

/**
 * The policy of a publication: for each of its languages what holds an edition.
 *
 * @throws PipelineError `bad-policy`: a rule for a language there is none of, a mask that is no selector
 */
export function policyIn(
  {policy}: ConfigFile,
  locales: readonly Locale[],
  at: PlacedJson['at'],
): Policy {
  const tags = locales.map(({tag}) => tag)
  const known = (editions: object, of: string, ...path: readonly string[]) => {
    for (const tag of Object.keys(editions)) {
      if (tags.includes(tag)) continue
      throw refused(
        `${at('policy', ...path, tag)}: ${of} the editions in "${tag}", which is not a language of this publication (${tags.join(', ')}).`,
        'Correct the tag, or add the language to "locales".',
      )
    }
  }
  known(policy.editions, 'policy for', 'editions')
  known(policy.most?.editions ?? {}, 'the most findings of', 'most', 'editions')
  for (const [index, {selector}] of policy.visual.masks.entries()) {
    if (isSelector(selector)) continue
    throw refused(
      `${at('policy', 'visual', 'masks', index)}: "${selector}" is not a CSS selector.`,
      'Name elements as a style sheet does: ".clock", "#weather iframe".',
    )
  }
  const of = <Key extends keyof typeof defaults>(key: Key) =>
    Object.fromEntries(tags.map((tag) => [tag, (policy.editions[tag] ?? defaults)[key]]))
  return {
    state: of('state'),
    missing: of('missing'),
    stale: of('stale'),
    block: policy.block,
    together: policy.together,
    originals: policy.originals ?? 'any',
    tolerance: policy.tolerance,
    severity: policy.severity ?? [],
    most: policy.most ?? {},
    ratchet: policy.ratchet,
    masks: policy.visual.masks,
    textOnly: policy.visual.textOnly,
    waivers: policy.waivers.map((waiver) => ({
      ...waiver,
      selector: waiver.selector,
      unit: waiver.unit,
    })),
  }
}

const defaults = {state: 'translated', missing: 'hold', stale: 'notice'} as const
