import {toHtml} from 'hast-util-to-html'
import {raw} from 'hast-util-raw'
import {toHast} from 'mdast-util-to-hast'
import {expect, it} from 'vitest'
import {parseDocument} from '../../pipeline/markdown/mdx.ts'
import {inert} from '../../pipeline/render/inert.ts'
import {clean} from '../../pipeline/render/sanitize.ts'

function page(mdx: string): string {
  const {root} = parseDocument(mdx, 'story.mdx')
  const tree = raw(toHast(root, {allowDangerousHtml: true, handlers: inert}))
  return toHtml(clean(tree.type === 'root' ? tree : {type: 'root', children: []}, 'body')).trim()
}

it.each<readonly [what: string, mdx: string, html: string]>([
  ['imports', "import A from 'a'\n\nText.", '<p>Text.</p>'],
  ['a remark', '{/* not for readers */}', ''],
  ['an expression', 'It is {1 + 1}.', '<p>It is <code>1 + 1</code>.</p>'],
  ['an expression that tries HTML', '{"<b>x</b>"}', '<p>&#x3C;b>x&#x3C;/b></p>'],
  ['a space that is an expression', 'a{" "}b', '<p>a b</p>'],
  [
    'a component',
    '<Note title="Mind <i>this</i>">\nSo.\n</Note>',
    '<div><p><strong>Mind &#x3C;i>this&#x3C;/i></strong></p><p>So.</p></div>',
  ],
  ['a component in prose', 'An <Icon name="x">odd</Icon> one', '<p>An <span>odd</span> one</p>'],
  ['a fragment', '<>\nSo.\n</>', '<div><p>So.</p></div>'],
  ['an HTML element', '<details>\nSo.\n</details>', '<details><p>So.</p></details>'],
  ['attributes that act', '<a href="javascript:x()" onClick="y()" {...z}>w</a>', '<p><a>w</a></p>'],
  ['a script', '<script>alert(1)</script>', '<p></p>'],
  [
    'a box',
    ':::tip[Try *this*]\nSo.\n:::',
    '<div><p><strong>Try <em>this</em></strong></p><p>So.</p></div>',
  ],
])('%s', (_, mdx, html) => {
  expect(page(mdx).replaceAll('\n', '')).toBe(html)
})
