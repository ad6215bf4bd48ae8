import {expect, test} from 'vitest'
import {forgetful} from '../../pipeline/model/memory.ts'
import {hashOf, integrityOf} from '../../pipeline/render/hash.ts'
import type {HeadAssets} from '../../pipeline/render/head.ts'
import {filled, standIns} from '../../pipeline/render/stand-ins.ts'

const asset = (name: string, content: string) => ({
  href: `/base/assets/${name}.${hashOf(content)}.css`,
  integrity: integrityOf(content),
})
const assets = (content: string, fonts: readonly string[]): HeadAssets => ({
  stylesheet: asset('site', content),
  scripts: {keepPlace: asset('keep-place', 'one'), search: asset('search', 'two')},
  icon: '/base/assets/icon.svg',
  early: () => fonts.map((name) => `assets/${name}.${hashOf(content + name)}.woff2`),
})
const page = ({stylesheet, scripts, icon, early}: HeadAssets) =>
  JSON.stringify([stylesheet, scripts, icon, early('en'), 'and $& $1 words'])

test.each([[[]], [['serif', 'sans']], [['serif', 'serif-korean', 'sans']]])(
  'a page with stand-ins is, once filled, the page with the names themselves: %j',
  (fonts) => {
    const written = ['one', 'two'].map((content) => {
      const own = assets(content, fonts)
      const stand = standIns('en', own)
      const text = page(stand.assets)
      const read = () => text
      expect(filled({sha256: undefined, read}, stand, forgetful).read()).toBe(page(own))
      return text
    })
    expect(written[0]).toBe(written[1])
  },
)
