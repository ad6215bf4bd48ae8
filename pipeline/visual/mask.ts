import type {Raster} from '../model/hands.ts'
import type {Area, Layout} from '../model/layout.ts'
import type {Match} from './match.ts'

interface Drawn {
  readonly raster: Raster
  readonly layout: Layout
}

/**
 * Two looks without what a mask covers in the second and did not yet in the first: what somebody
 * asks not to be looked at is no difference, and needs no new approval.
 */
export function withoutNewlyMasked(
  before: Drawn,
  after: Drawn,
  {pairs}: Match,
): {readonly before: Drawn; readonly after: Drawn} {
  const news = [...pairs].flatMap(([index, from]) => {
    const [old, now] = [before.layout.boxes[from], after.layout.boxes[index]]
    return old && now?.masked && !old.masked ? [{old, now}] : []
  })
  const blank = (look: Drawn, areas: readonly Area[]) =>
    areas.length === 0 ? look : {...look, raster: withBlank(look.raster, areas)}
  return {
    before: blank(
      before,
      news.map(({old}) => old),
    ),
    after: blank(
      after,
      news.map(({now}) => now),
    ),
  }
}

function withBlank({data, width, height}: Raster, areas: readonly Area[]): Raster {
  const copy = data.slice()
  for (const {x, y, w, h} of areas) {
    const [left, right] = [Math.max(0, x), Math.min(width, x + w)]
    if (left >= right) continue
    for (let row = Math.max(0, y); row < Math.min(height, y + h); row++) {
      copy.fill(BLANK, (row * width + left) * 3, (row * width + right) * 3)
    }
  }
  return {data: copy, width, height}
}

const BLANK = 128
