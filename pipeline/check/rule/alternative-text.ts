import {decoded} from '../../model/decoded.ts'
import {isNamedOtherwise} from './drawn-words.ts'
import type {Node, Page} from './page.ts'
import type {Rule} from './rule.ts'
import {bareOf} from './vague.ts'

const ending = /\.(png|jpe?g|gif|svg|webp|avif|bmp|tiff?)$/i
const filler =
  /^((?:image|picture|photo|photograph|graphic|icon|link|drawing) (?:of|to)|chart|graph|diagram|figure|screenshot(?: \d{4} \d\d \d\d.*)?|infographic|그래프|차트|도표|image|img|picture|photo|photograph|graphic|icon|logo image|alt|alt text|alternative text|spacer|blank|dsc ?\d+|img ?\d+|image ?\d+|photo ?\d+|picture ?\d+|untitled|placeholder|null|undefined|이미지|사진|그림|아이콘|대체 텍스트|이미지 ?\d+|사진 ?\d+|banner ?\d*|slide ?\d+|배너 ?\d*|슬라이드 ?\d+|decorative(?: (?:line|image|picture|border|element|graphic))?|(?:divider|separator)(?: line| image)?|구분선|장식(?:용)?(?: ?(?:이미지|그림|선|무늬|테두리))?|(?:product|item|article|news|post|featured|hero|header|thumbnail|cover|gallery|main|sample) (?:image|photo|picture|img|thumbnail|thumb)|thumbnail|thumb|(?:상품|제품|기사|뉴스|게시물|대표|썸네일|갤러리|본문|첨부) ?(?:이미지|사진|그림)|썸네일)$/

/** What a notice on paper is called, and not what it says; of a link, it may be where that leads. */
const notice = /^(?:poster|leaflet|flyer|포스터|전단지?|안내문|카드 ?뉴스)$/

const template =
  /^(?:alt|alternative|alternate) text(?: goes)? here$|^(?:image|picture|photo) description(?: here)?$|^(?:please )?(?:insert|add|put|enter|write|type|provide) (?:an? |your |the |some )?(?:alt|alternative|image|picture|photo|description|caption|text)\b.{0,30}$/

/** An image's alternative says what it shows: no file's name, no word for "image". */
export const alternativeText: Rule = {
  id: 'rule/alternative-text',
  criteria: ['1.1.1'],
  act: ['qt1vmo'],
  severity: 'error',
  judge: (page) =>
    page.nodes.flatMap((at) => {
      const {attributes, name = '', heard} = at
      if (!isPicture(at) || !heard || name === '') return []
      const file = fileOf(attributes['src'] ?? '')
      const values = {name}
      if (ending.test(name) && !/\s/.test(name.trim())) return [{at, variant: 'file', values}]
      // A number to point at is all that the picture of one shows.
      const isNumber = /^\d{1,2}$/.test(name.trim())
      const isFile = !isNumber && name.trim() === file.replace(ending, '') && /[_\d-]/.test(name)
      if (isFile) return [{at, variant: 'file', values}]
      const [, place, all] = /^(\d{1,3}) ?(?:\/|of) ?(\d{1,3})$/.exec(name.trim()) ?? []
      const isPlace = place !== undefined && Number(place) <= Number(all)
      const isFiller =
        isPlace ||
        isBareMark(at, page) ||
        isBareNotice(at, page) ||
        filler.test(bareOf(name)) ||
        template.test(bareOf(name))
      if (isFiller || isOtherMark(name, file) || isNamedOtherwise(at, page)) return [{at, values}]
      return isBareChart(at, page)
        ? [{at, variant: 'chart', doubtful: true, severity: 'warning' as const, values, act: []}]
        : []
    }),
}

/** All that its link is called is that it is a logo: whose, nobody says. */
function isBareMark(at: Node, page: Page): boolean {
  const mark = /^(site |company |main |our |the )?logo$|^로고$/
  const link = page.above(at).find(({role}) => role === 'link')
  return (
    link !== undefined && mark.test(bareOf(at.name ?? '')) && mark.test(bareOf(link.name ?? ''))
  )
}

/** A chart's alternative names it alone, and nothing on the page could have its figures. */
function isBareChart(at: Node, page: Page): boolean {
  const {name = '', attributes} = at
  const isNamed = /^(bar |line |pie )?(chart|graph|diagram)\b|(그래프|차트|도표)$/i.test(
    name.trim(),
  )
  if (!isNamed || /\d/.test(name) || name.length > 80) return false
  const hasMore = 'longdesc' in attributes || 'aria-describedby' in attributes
  const isTold = page.nodes.some(
    ({tag, heard}) => heard && /^(table|figcaption|details|dl)$/.test(tag),
  )
  return !hasMore && !isTold && !page.above(at).some(({role}) => role === 'link')
}

function isBareNotice(at: Node, page: Page): boolean {
  const isOfControl = page.above(at).some(({role}) => /^(link|button)$/.test(role))
  return notice.test(bareOf(at.name ?? '')) && !isOfControl
}

function isPicture({tag, role, attributes}: Node): boolean {
  if (tag === 'img' || tag === 'canvas') return true
  return (tag === 'input' && attributes['type'] === 'image') || /^(img|image)$/.test(role)
}

/** The logo of one house under the name of another, both by their names. */
function isOtherMark(name: string, file: string): boolean {
  const [said, meant] = [wordsOf(name), wordsOf(file.replace(ending, ''))]
  const mark = /^(logo|logotype|로고)$/
  if (!said.some((one) => mark.test(one)) || !meant.some((one) => mark.test(one))) return false
  const own = said.filter((one) => !mark.test(one) && /^[\w\d]{3,}$/.test(one))
  const files = meant.filter((one) => !mark.test(one) && /^[a-z]\w*\d\w*$|^[a-z]{4,}$/.test(one))
  const known =
    /^(site|main|header|footer|company|brand|white|black|dark|light|small|large|color|colour|image|full|horizontal|vertical)$/
  const names = files.filter((one) => !known.test(one))
  if (own.length === 0 || names.length === 0) return false
  const letters = own.join('')
  return !names.some((one) => letters.includes(one) || own.some((word) => one.includes(word)))
}

function wordsOf(text: string): readonly string[] {
  return bareOf(text.replace(/([a-z])([A-Z])/g, '$1 $2'))
    .split(' ')
    .filter(Boolean)
}

/** The name of the file at an address. */
export function fileOf(address: string): string {
  return decoded(address.split(/[?#]/)[0]?.split('/').at(-1) ?? '')
}
