import type {Rule} from './rule.ts'

const alternative =
  /transcript|caption|subtitle|text version|text alternative|audio description|described|자막|대본|원고|글로 보기|화면 해설|수어/i

/** What is heard or seen in a recording can also be read. Whether it can, a person has to see. */
export const mediaAlternative: Rule = {
  id: 'rule/media-alternative',
  criteria: ['1.2.1', '1.2.2'],
  act: ['e7aa44', 'eac66b', 'c5a4ea'],
  severity: 'warning',
  judge(page) {
    const isOffered = page.nodes.some(
      ({text, name, heard}) => heard && alternative.test(`${text ?? ''} ${name ?? ''}`),
    )
    return page.nodes
      .filter(
        ({tag, seen, attributes}) =>
          (tag === 'video' && seen) ||
          (tag === 'audio' && (seen || attributes['autoplay'] !== undefined)),
      )
      .filter((at) => !page.inside(at).some(({tag}) => tag === 'track') && !isOffered)
      .map((at) => ({at, doubtful: true, values: {element: at.tag}}))
  },
}
