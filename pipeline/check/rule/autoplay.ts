import type {Rule} from './rule.ts'

const stops = /\b(pause|stop|mute|silence|sound off|turn off)\b|정지|멈춤|음소거|일시/i

/** Sound that starts by itself ends within three seconds or can be stopped. */
export const autoplay: Rule = {
  id: 'rule/autoplay',
  criteria: ['1.4.2'],
  act: ['80f0bf', '4c31df', 'aaa1bf'],
  of: /^(audio|video)$/,
  severity: 'error',
  judge(page) {
    const hasStop = page.nodes.some(
      ({role, name, seen}) => role === 'button' && seen && stops.test(name ?? ''),
    )
    return page.nodes
      .filter(
        ({tag, attributes}) => /^(audio|video)$/.test(tag) && attributes['autoplay'] !== undefined,
      )
      .filter(({attributes, media, seen}) => {
        const isMute = attributes['muted'] !== undefined || media?.muted || media?.sound === false
        const canStop = attributes['controls'] !== undefined && seen
        if (isMute || canStop || media?.source === '') return false
        return !isShort(
          media?.source ?? '',
          media?.duration ?? -1,
          attributes['loop'] !== undefined,
        )
      })
      .filter(() => !hasStop)
      .map((at) => ({at, values: {element: at.tag}}))
  },
}

/** Three seconds at most, by its length or by the stretch its address asks for (`#t=8,10`). */
function isShort(source: string, duration: number, loops: boolean): boolean {
  if (loops) return false
  const [, from = '0', to] = /#t=(\d+(?:\.\d+)?)?(?:,(\d+(?:\.\d+)?))?/.exec(source) ?? []
  if (to !== undefined) return Number(to) - Number(from) <= 3
  return duration >= 0 && duration <= 3
}
