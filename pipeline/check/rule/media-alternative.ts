import {decoded} from '../../model/decoded.ts'
import type {Node, Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

const alternative =
  /transcript|caption|subtitle|text version|text alternative|text of this page|audio description|descri(?:bed|ption)|자막|대본|원고|글로 보기|화면 해설|수어/i
const spoken = /^(captions|subtitles)?$/

/**
 * What is heard or seen in a recording can also be read. Certain where its captions are empty, or
 * where the page has nothing else that could be or lead to them; else a person has to see.
 */
export const mediaAlternative: Rule = {
  id: 'rule/media-alternative',
  criteria: ['1.2.1', '1.2.2', '1.2.3', '1.2.5'],
  act: ['e7aa44', 'c3232f', 'eac66b', 'c5a4ea', '1ec09b'],
  of: /^(audio|video)$/,
  severity: 'error',
  judge(page) {
    const isOffered = page.nodes.some(
      (one) =>
        one.heard &&
        alternative.test(`${one.text ?? ''} ${one.name ?? ''}`) &&
        !isBareHeading(one, page) &&
        ![one, ...page.above(one)].some((link) => isBroken(link, page)),
    )
    return page.nodes.filter((at) => isPlayer(at)).flatMap((at) => judged(at, isOffered, page))
  },
}

/** A link to a place in the page that is not there. */
function isBroken({role, attributes}: Node, page: Page): boolean {
  const {href = ''} = attributes
  const id = decoded(href.slice(1))
  const isName = ({attributes: {name}}: Node) => name === id
  return (
    role === 'link' && /^#./.test(href) && page.byId(id) === undefined && !page.nodes.some(isName)
  )
}

/** A heading that neither leads on nor has anything below it. */
function isBareHeading(node: Node, page: Page): boolean {
  const heading = [node, ...page.above(node)].find(({role}) => role === 'heading')
  if (!heading) return false
  const isWay = ({role}: Node) => /^(link|button)$/.test(role)
  const inside = page.inside(heading)
  const after = page.nodes.slice(heading.index + 1 + inside.length)
  const end = after.findIndex(({role}) => role === 'heading')
  return (
    !inside.some(isWay) &&
    !after
      .slice(0, end < 0 ? undefined : end)
      .some((one) => one.heard && (one.text?.trim() || isWay(one)))
  )
}

/** What can be seen or heard: no film of no size, and none that has no file. */
function isPlayer({tag, seen, size, attributes, media}: Node): boolean {
  if (media?.source === '') return false
  const isFilm = tag === 'video' && seen && size !== 0
  return isFilm || (tag === 'audio' && (seen || 'autoplay' in attributes))
}

function judged(at: Node, isOffered: boolean, page: Page): readonly Breach[] {
  const values = {element: at.tag}
  const isSilent = at.tag === 'video' && at.media?.sound === false
  const [criterion, answered] =
    at.tag === 'audio' ? ['1.2.1', 'e7aa44'] : isSilent ? ['1.2.1', 'c3232f'] : ['1.2.2', 'eac66b']
  const own = {criteria: [criterion], act: [answered]}
  const tracks = page
    .inside(at)
    .filter(({tag, attributes}) => tag === 'track' && spoken.test(attributes['kind'] ?? ''))
  const isDescribed = page
    .inside(at)
    .some(
      ({index, attributes}) =>
        attributes['kind'] === 'descriptions' && !page.tree.wordless.includes(index),
    )
  // What is seen is told nowhere either.
  const whole =
    at.tag === 'audio' || isSilent || isDescribed
      ? own
      : {criteria: [criterion, '1.2.3', '1.2.5'], act: [answered, 'c5a4ea', '1ec09b']}
  const isEmpty = tracks.every(({index}) => page.tree.wordless.includes(index))
  // What nobody hears has no captions.
  if (tracks.length > 0 && !isEmpty && !isSilent) return []
  if (isOffered || (isSilent && isDescribed)) return []
  if (tracks.length > 0 && !isSilent) return [{at, variant: 'empty', values, ...own}]
  const says = page.inside(at).map(({attributes}) => attributes['src'] ?? '')
  const named = [at.media?.source ?? '', at.attributes['src'] ?? '', ...says].join(' ')
  const isMute =
    (at.attributes['muted'] !== undefined && !isSilent) ||
    /silent|mute|no-?(sound|audio)/i.test(named)
  const hasOwn = alternative.test(named) || isMute || !isAlone(at, page)
  return hasOwn
    ? [{at, doubtful: true, severity: 'warning', values, act: whole.act}]
    : [{at, variant: 'nowhere', values, ...whole}]
}

/** Whether there is no text to speak of and no way to it: no link, no button, nothing to open. */
function isAlone(player: Node, page: Page): boolean {
  const {body} = page
  const others = page.nodes.filter(
    (one) => one.index !== player.index && !page.above(one).includes(player),
  )
  const ways = others.some(
    (one) =>
      (/^(link|button)$/.test(one.role) && !isBroken(one, page)) ||
      /^(summary|iframe|audio|video)$/.test(one.tag),
  )
  return !ways && (body ? page.words(body).split(' ').length : 0) < 8
}
