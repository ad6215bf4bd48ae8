import type {Level} from '../language.ts'

/** What is quoted keeps its own level, and what stands in brackets may be no sentence. */
const aside = /“[^”]*”|"[^"]*"|‘[^’]*’|「[^」]*」|『[^』]*』|\([^()]*\)/gu

/**
 * The level of each sentence that ends in a way that shows it: 합쇼체 (-습니다, and the -세요 that
 * goes with it), 해요체 (-요, -죠) or 해라체 (-다). Questions in -나요 and -까요, exclamations in
 * -네요 and -군요 and proposals in -ㅂ시다 and -하죠 belong to every polite level and tell nothing.
 */
export function koreanLevels(prose: string): readonly Level[] {
  const bare = prose.replace(aside, (quoted) => ' '.repeat(quoted.length))
  return [...bare.matchAll(/(?<![^.!?…\n])[^.!?…\n]+[.!?…](?=\s|$)/gu)].flatMap(
    ({0: sentence, index}): readonly Level[] => {
      const level = levelOf(sentence)
      if (level === undefined) return []
      const lead = /^\s*/u.exec(sentence)?.[0].length ?? 0
      return [{level, index: index + lead, length: sentence.length - lead}]
    },
  )
}

function levelOf(sentence: string): string | undefined {
  const [, ending = ''] = /(?<![가-힣])([가-힣]+)\s*[.!?…]$/u.exec(sentence) ?? []
  if (/(?:나|까|가|는지|네|군|구나)요$|시다$|(?:보|하|시|가|두)죠$/u.test(ending)) return undefined
  if (/(?:니다|니까|세요|십시오|시오)$/u.test(ending)) return '합쇼체'
  if (/(?:[어아해여에예돼워와봐려져줘]요|지요|죠|[이]?에요)$/u.test(ending)) return '해요체'
  if (
    /(?:[었았였겠했됐갔왔있없이한는된않같르린난진른싶많크작좋높낮]다|인다|란다|[가-힣]다)$/u.test(
      ending,
    ) &&
    !/(?:마다|보다|니다)$/u.test(ending)
  )
    return '해라체'
  return undefined
}
