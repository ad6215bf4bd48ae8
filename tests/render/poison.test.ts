import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {all, edition, page, rendered, textOf} from './sample.ts'

const poisons = [
  `"'><img src=x onerror=alert(1)>`,
  '</script><script>alert(1)</script>',
  '<!--<script>alert(1)//-->',
  '{{x}} {{- x}} $t(paper.name)',
  '[x](javascript:alert(1)) ![x](javascript:alert(1)) [y](data:text/html,x) [z](//evil.example)',
  '<a href="javascript:alert(1)" onclick="x">x</a><a href=" jAvAsCrIpT:x">y</a><a href="/\\evil.example">z</a>',
  '<svg><style><img src=x onerror=alert(1)></style></svg><math><mi xlink:href="javascript:x"></math>',
  '<form id=main action=//evil.example><input name=body><button>x</button></form>',
  '<p style="position:fixed" class="skip masthead">x</p><style>*{display:none}</style>',
  '<iframe srcdoc="<script>x</script>"></iframe><base href=//evil.example><meta http-equiv=refresh content=0>',
  '</title></h1></main></body><h1>two</h1>',
]

const alive = new Set([
  'base',
  'button',
  'embed',
  'form',
  'iframe',
  'input',
  'math',
  'object',
  'style',
  'svg',
])

describe.each(poisons)('%s', (poison) => {
  const text = `## ${poison}\n\n${poison}\n\n- ${poison}\n\n| ${poison.replaceAll('|', '')} |\n|---|\n| x |\n\n\`\`\`${poison}\n${poison}\n\`\`\`\n\n[^1]\n\n[^1]: ${poison}`
  const hostile = (locale: string) =>
    edition({
      locale,
      headline: poison,
      standfirst: poison,
      byline: [poison],
      dateline: poison,
      published: poison,
      updated: poison,
      text,
    })
  const out = rendered([hostile('en'), hostile('ko')])
  const pages = out.renditions.filter(({mediaType}) => mediaType === 'text/html')

  test.each(pages.map(({path}) => path))('is dead on %s', (path) => {
    const tree = page(out, path)
    const scripts = all(tree, 'script').filter(
      ({properties}) => !String(properties['src']).startsWith('/assets/keep-place.'),
    )
    expect(scripts.map(({properties}) => properties['type'])).toEqual(
      scripts.map(() => 'application/ld+json'),
    )
    for (const script of scripts) expect(() => JSON.parse(textOf(script))).not.toThrow()
    visit(tree, 'element', ({tagName, properties}) => {
      expect(alive).not.toContain(tagName)
      for (const [name, value] of Object.entries(properties)) {
        expect(name).not.toMatch(/^on|^style$|^srcDoc$/i)
        if (name === 'href' || name === 'src') {
          expect(String(value)).toMatch(/^(#|\/(?![/\\])|https:\/\/galley\.example\/|x$)/)
        }
      }
      if (tagName === 'meta') expect(properties).not.toHaveProperty('httpEquiv')
      if (tagName === 'img') expect(properties['src']).toMatch(/^\/assets\//)
    })
    expect(all(tree, 'h1').length).toBe(1)
    expect(all(tree, 'main').length).toBe(1)
    expect(all(tree, 'main')[0]?.properties['id']).toBe('main')
  })

  test('takes no id of the page’s own', () => {
    const ids: unknown[] = []
    visit(page(out, 'en/one/index.html'), 'element', ({properties}) => {
      if (properties['id'] !== undefined) ids.push(properties['id'])
    })
    expect(ids.filter((id) => id !== 'main')).toEqual(
      ids.filter((id) => String(id).startsWith('text-')),
    )
  })
})
