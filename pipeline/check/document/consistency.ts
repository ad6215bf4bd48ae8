import type {DocumentCheck} from '../check.ts'
import {defect, type Defect} from './defect.ts'
import {languageOf, menusOn} from './facts.ts'
import type {Answers} from './neighbours.ts'

const about = {id: 'document/consistency', criteria: ['3.2.3', '3.2.4']}

/** The same menu has the same order on all pages, and the same link the same name. */
export const consistency: DocumentCheck = {
  ...about,
  judge: (page, site) =>
    menusOn(page, site.url).flatMap((menu) => {
      const first = site.ask('menu', languageOf(page), menu.name)
      if (!first || first.path === page.rendition.path) return []
      return [...disorder(menu, first), ...otherNames(menu, first)].map(({criterion, ...found}) =>
        defect({...about, criteria: [criterion]}, page, found),
      )
    }),
}

type Own = ReturnType<typeof menusOn>[number]
type First = NonNullable<Answers['menu']>

function disorder(menu: Own, first: First): readonly (Defect & {readonly criterion: string})[] {
  const addresses = new Set(menu.links.map(({address}) => address))
  const before = orderOf(first).filter((address) => addresses.has(address))
  const now = orderOf(menu).filter((address) => before.includes(address))
  const index = now.findIndex((address, at) => address !== before[at])
  const link = menu.links.find(({address}) => address === now[index])
  if (!link || (now.length < 3 && !isSamePair(menu, first))) return []
  return [
    {
      key: `${about.id}/order`,
      values: {name: link.name, other: first.path},
      at: menu.at,
      excerpt: menu.links.map(({name}) => name).join(' · '),
      criterion: '3.2.3',
    },
  ]
}

/** Two that change places may stand for something else, as the page before and after, unless each keeps its name. */
function isSamePair(menu: Own, first: First): boolean {
  return (
    menu.links.length === 2 &&
    first.links.length === 2 &&
    menu.links.every(
      ({address, name}) =>
        !step.test(name.trim()) &&
        first.links.some((other) => other.address === address && other.name === name),
    )
  )
}

function orderOf({links}: Pick<First, 'links'>): readonly string[] {
  return [...new Set(links.map(({address}) => address))]
}

/** What leads on from page to page, wherever that is. */
const step =
  /^\W*(prev|previous|next|up|back|first|last|parent|이전|다음|위로?|앞|뒤로?|처음|끝)(?!\p{L}).{0,12}$/iu

function otherNames(menu: Own, first: First): readonly (Defect & {readonly criterion: string})[] {
  return menu.links.flatMap((link) => {
    const same = first.links.filter(({address}) => address === link.address)
    const [one] = same
    // Beside the link that is named as there, another may lead to the same page: the page before.
    const isNamedSo = menu.links.some(
      (own) => own.address === link.address && same.some(({name}) => sharesWords(name, own.name)),
    )
    // A menu that has this one link in common with the other is another menu.
    const shared = menu.links.filter(({address}) =>
      first.links.some((other) => other.address === address),
    )
    if (!one || isNamedSo || shared.length < 3) return []
    // The page after this one is another page's page before.
    if ([one.name, link.name].some((name) => step.test(name.trim()))) return []
    return [
      {
        key: `${about.id}/name`,
        values: {name: link.name, before: one.name, other: first.path},
        at: link.at,
        criterion: '3.2.4',
      },
    ]
  })
}

/** “Home” and “Home (this page)” are one name. */
function sharesWords(one: string, other: string): boolean {
  const words = new Set(wordsIn(one))
  return words.size === 0 || wordsIn(other).some((word) => words.has(word))
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
