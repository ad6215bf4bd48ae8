import {decoded} from '../../model/decoded.ts'
import type {Node, Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

const alternative =
  /transcript|caption|subtitle|text version|text alternative|text of this page|audio description|descri(?:bed|ption)|자막|대본|원고|글로 보기|화면 해설|수어/i
/** What a film has for those who do not hear it, or stands for it as a whole: a transcript alone does not. */
const captioned =
  /caption|subtitle|text version|text alternative|text of this page|sign language|자막|글로 보기|수어/i
const promised =
  /coming soon|\b(?:transcripts?|captions?|subtitles?)(?: (?:is|are))? to follow\b(?! (?:along|the|what|it)\b)|will be (added|available)|\b(?:transcripts?|captions?|subtitles?)\b[^.]{0,20}\bnot (?:yet )?available|\bno transcripts?\b(?! (?:is|are) (?:needed|necessary|required))|대본[은이]? 없|준비 중|추후/i
const said = /^(what is (said|heard)|in words|들리는 말|녹음 내용)$/i
/** When, where or by whom it was made: that is not what is heard or seen in it. */
const made =
  /\b(?:recorded|filmed|shot|published|uploaded|posted|broadcast|produced) (?:in|on|at|by|from|near|during|before|after|last|this|every)\b[^.!?:;,]{0,80}(?:[.!?]|$)|[^.!?:;,]{0,60}(?:녹음|촬영|녹화|게시)(?:했다|하였다|했습니다|하였습니다|함)(?:[.!?]|$)/gi
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
    const isWritten = offers((words) => alternative.test(words) || said.test(words.trim()), page)
    const isCaptioned = offers((words) => captioned.test(words), page)
    return page.nodes
      .filter((at) => isPlayer(at))
      .flatMap((at) => judged(at, isHeardFilm(at) ? isCaptioned : isWritten, page))
  },
}

/** Whether the page speaks of such a thing, and does not only promise it. */
function offers(speaksOf: (words: string) => boolean, page: Page): boolean {
  return page.nodes.some((one) => {
    const words = `${one.text ?? ''} ${one.name ?? ''}`
    return (
      one.heard &&
      speaksOf(words) &&
      !promised.test(words) &&
      !isBareHeading(one, page) &&
      ![one, ...page.above(one)].some((link) => isBroken(link, page))
    )
  })
}

/** Of the only player of the page, the page itself says that its text is yet to come. */
function isPromised(page: Page): boolean {
  return (
    page.nodes.filter((one) => isPlayer(one)).length === 1 &&
    page.nodes.some(
      ({heard, text = ''}) =>
        heard &&
        text.length < 200 &&
        /transcript|caption|subtitle|자막|대본/i.test(text) &&
        promised.test(text),
    )
  )
}

function isHeardFilm({tag, media}: Node): boolean {
  return tag === 'video' && media?.sound === true
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
  if (tracks.length > 0 && !isEmpty && !isSilent) return inOtherWords(at, tracks, page)
  if (isOffered || (isSilent && isDescribed)) return []
  if (tracks.length === 0 && isPromised(page)) return [{at, variant: 'promised', values, ...own}]
  if (tracks.length > 0 && !isSilent) return [{at, variant: 'empty', values, ...own}]
  const says = page.inside(at).map(({attributes}) => attributes['src'] ?? '')
  const named = [at.media?.source ?? '', at.attributes['src'] ?? '', ...says].join(' ')
  const isMute =
    (at.attributes['muted'] !== undefined && !isSilent) ||
    /silent|mute|no-?(sound|audio)/i.test(named)
  const hasOwn =
    alternative.test(named) || isMute || isChime(at, page) || isScenery(at) || !isAlone(at, page)
  return hasOwn
    ? [{at, doubtful: true, severity: 'warning', values, act: whole.act}]
    : [{at, variant: 'nowhere', values, ...whole}]
}

/** Captions, and none of them in the page's language: of a foreign film alone they are those of its speech. */
function inOtherWords(at: Node, tracks: readonly Node[], page: Page): readonly Breach[] {
  const tongue = (tag = '') => tag.toLowerCase().split('-')[0] ?? ''
  const own = tongue(page.root?.attributes['lang'])
  const others = tracks.map(({attributes}) => tongue(attributes['srclang']))
  const isOther = own !== '' && others.every((one) => one !== '' && one !== own)
  if (!isOther || at.media?.sound === false) return []
  const values = {element: at.tag, languages: [...new Set(others)].join(', '), language: own}
  return [
    {
      at,
      variant: 'language',
      doubtful: true,
      severity: 'warning',
      values,
      criteria: ['1.2.2'],
      act: [],
    },
  ]
}

/** A sound as short as a bell that nobody can ask for, where a few words beside the headings may say it. */
function isChime({tag, seen, media}: Node, page: Page): boolean {
  const {duration = -1} = media ?? {}
  return (
    tag === 'audio' &&
    !seen &&
    duration > 0 &&
    duration <= 3 &&
    page.nodes.some(
      (one) =>
        one.heard &&
        Boolean(one.text?.trim()) &&
        ![one, ...page.above(one)].some(({role}) => role === 'heading'),
    )
  )
}

/** What its author takes from those who do not see it, and lets nobody play, may be decoration. */
function isScenery({heard, attributes, media}: Node): boolean {
  return !heard && media?.sound === false && !('controls' in attributes)
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
  const words = body ? page.words(body).replaceAll(made, '').trim() : ''
  return !ways && words.split(' ').length < 8
}
