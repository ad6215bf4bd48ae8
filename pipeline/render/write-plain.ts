import type {Image, Link, List, ListItem, Nodes, Paragraph, Root, Table} from 'mdast'
import {attributeValue, textContent} from './escape-html.ts'
import {idPrefix} from './sanitize.ts'
import {eachAddress, standingAlone, type Address, type Stretch} from './standalone.ts'
import {languageMark} from '../model/direction.ts'
import type {SectionLink, Surroundings} from './surroundings.ts'

/** A body as HTML, and what it says. */
export interface WrittenBody {
  readonly html: string
  /** The same where it stands alone: without the ways to the same section in other languages. */
  readonly alone: (address: Address) => string
  /** Every word that is read, in order. */
  readonly words: string
  /** The words by how they are set: those of the text, of these the bold ones, and those of links elsewhere. */
  readonly set: {readonly text: string; readonly strong: string; readonly furniture: string}
}

/**
 * Write a plain body (`plain-body.ts`) in one walk. It gives the bytes that converting, cleaning,
 * finishing and serialising the same tree give (`body.ts`); tests hold the one against the other.
 */
export function writePlain(body: Root, around: Surroundings): WrittenBody {
  let html = ''
  let words = ''
  const set = {text: '', strong: '', furniture: ''}
  const stretches: Stretch[] = []
  let [bold, tables, images] = [0, 0, 0]
  const shift = 2 - highestHeading(body.children)

  root(body.children)
  return {html, alone: (address) => standingAlone(html, stretches, address), words, set}

  /** Write what holds an address. */
  function addressed(written: Stretch['alone']): void {
    const from = html.length
    html += written((url) => url)
    stretches.push({from, to: html.length, alone: written})
  }

  function root(nodes: readonly Nodes[]): void {
    for (const [index, node] of nodes.entries()) {
      if (index > 0) say('\n')
      write(node)
    }
  }

  function say(text: string): void {
    html += textContent(text)
    words += text
    set.text += text
    if (bold > 0) set.strong += text
  }

  function all(nodes: readonly Nodes[]): void {
    for (const node of nodes) write(node)
  }

  /** Blocks, each on lines of its own. */
  function lines(nodes: readonly Nodes[]): void {
    say('\n')
    for (const node of nodes) {
      write(node)
      say('\n')
    }
  }

  function within(tag: string, written: string, inner: () => void): void {
    html += `<${tag}${written}>`
    inner()
    html += `</${tag}>`
  }

  function inBold(tag: string, written: string, nodes: readonly Nodes[]): void {
    bold += 1
    within(tag, written, () => all(nodes))
    bold -= 1
  }

  function write(node: Nodes): void {
    if (node.type === 'text') say(withoutBlanks(node.value))
    else if (node.type === 'paragraph') paragraph(node)
    else if (node.type === 'heading') heading(Math.min(6, node.depth + shift), node)
    else if (node.type === 'emphasis') inBold('em', '', node.children)
    else if (node.type === 'strong') inBold('strong', '', node.children)
    else if (node.type === 'delete') within('del', '', () => all(node.children))
    else if (node.type === 'inlineCode')
      within('code', '', () => say(node.value.replace(/\r?\n|\r/gu, ' ')))
    else if (node.type === 'break') {
      html += '<br>'
      say('\n')
    } else if (node.type === 'link') link(node)
    else if (node.type === 'image') image(node, node.title)
    else if (node.type === 'list') list(node)
    else if (node.type === 'blockquote') within('blockquote', '', () => lines(node.children))
    else if (node.type === 'table') table(node)
    else if (node.type === 'thematicBreak') html += '<hr>'
    else throw new Error(`${node.type} is not plain`)
  }

  /** An image that is a paragraph of its own is a figure; its title, if any, the caption. */
  function paragraph(node: Paragraph): void {
    const content = node.children.filter((child) => child.type !== 'text' || child.value.trim())
    const [alone] = content
    if (content.length !== 1 || alone?.type !== 'image' || around.image(alone.url) === undefined)
      return within('p', nameOf(node), () => all(node.children))
    return within('figure', nameOf(node), () => {
      image(alone, undefined)
      const {title} = alone
      if (title)
        within('figcaption', '', () => {
          html += inLabel(title)
        })
    })
  }

  function heading(level: number, node: Extract<Nodes, {readonly type: 'heading'}>): void {
    const {id, lang} = node.data?.hProperties ?? {}
    const links = level === 2 && typeof id === 'string' ? around.elsewhere(id, lang) : []
    if (links.length === 0) return inBold(`h${level}`, nameOf(node), node.children)
    return within('div', ' class="section-head"', () => {
      inBold('h2', nameOf(node), node.children)
      const from = html.length
      within('p', ' class="elsewhere"', () => {
        for (const one of links) elsewhere(one)
      })
      stretches.push({from, to: html.length, alone: () => ''})
    })
  }

  function elsewhere({href, tag, direction, before, visible, after}: SectionLink): void {
    const unseen = (text: string) =>
      text === '' ? '' : `<span class="unseen">${inLabel(text)}</span>`
    html += `<a${attributes({href, hreflang: tag, lang: tag, dir: direction})}>`
    html += `${unseen(before)}${inLabel(visible)}${unseen(after)}</a>`
  }

  /** What is set in the face of labels. */
  function inLabel(text: string): string {
    words += text
    set.furniture += text
    return textContent(text)
  }

  function link({url, title, children}: Link): void {
    addressed((address) => `<a${attributes({href: address(url), title})}>`)
    all(children)
    html += '</a>'
  }

  function image(node: Image, title: string | null | undefined): void {
    const {alt, url} = node
    const placed = around.image(url)
    if (placed === undefined) return say(alt ?? '')
    const {href, width, height, sources, sizes} = placed
    images += 1
    const isMeasured = width !== undefined && height !== undefined
    const measured = attributes({
      decoding: 'async',
      width: isMeasured ? String(width) : undefined,
      height: isMeasured ? String(height) : undefined,
      loading: images > 1 ? 'lazy' : undefined,
    })
    addressed((address) => {
      const choices = sources.map(({type, srcset: choice}) => {
        const srcset = eachAddress(choice, address)
        return `<source${attributes({type, srcset, sizes})}>`
      })
      const own = attributes({src: address(href), alt, title})
      const whole = `<img${own}${nameOf(node)}${measured}>`
      return choices.length === 0 ? whole : `<picture>${choices.join('')}${whole}</picture>`
    })
  }

  function list(node: List): void {
    const {ordered, start, children} = node
    const from = typeof start === 'number' && start !== 1 ? String(start) : undefined
    const isLoose = node.spread === true || children.some(hasRoom)
    within(ordered ? 'ol' : 'ul', attributes({start: from}), () => {
      say('\n')
      for (const one of children) {
        within('li', nameOf(one), () => item(one, isLoose))
        say('\n')
      }
    })
  }

  /** In a tight list paragraphs are no blocks of their own. */
  function item({children}: ListItem, isLoose: boolean): void {
    for (const [index, child] of children.entries()) {
      const isWords = child.type === 'paragraph'
      if (isLoose || index > 0 || !isWords) say('\n')
      if (isWords && !isLoose) all(child.children)
      else write(child)
    }
    const tail = children.at(-1)
    if (tail !== undefined && (isLoose || tail.type !== 'paragraph')) say('\n')
  }

  /** A wide table scrolls by itself, also by keyboard, and so it needs a name; columns need a scope. */
  function table({children, align}: Table): void {
    tables += 1
    const label = attributeValue(around.tableName(tables))
    const row = ({children: cells}: Table['children'][number], tag: 'th' | 'td') =>
      within('tr', '', () => {
        say('\n')
        for (let column = 0; column < (align?.length ?? cells.length); column++) {
          const cell = cells[column]
          const side = align?.[column]
          const scope = tag === 'th' ? ' scope="col"' : ''
          const aligned = side === 'right' || side === 'center' ? ` class="is-${side}"` : ''
          const name = cell === undefined ? '' : nameOf(cell)
          if (tag === 'th') inBold(tag, `${name}${scope}${aligned}`, cell?.children ?? [])
          else within(tag, `${name}${aligned}`, () => all(cell?.children ?? []))
          say('\n')
        }
      })
    const part = (tag: 'thead' | 'tbody', rows: Table['children'], cell: 'th' | 'td') => {
      if (rows.length === 0) return
      within(tag, '', () => {
        say('\n')
        for (const one of rows) {
          row(one, cell)
          say('\n')
        }
      })
      say('\n')
    }
    // Where its name alone is in another language, the table says that it is not.
    const mark = around.markOf('table.label')
    const own = mark.lang === undefined ? {} : languageMark(around.locale, mark.lang)
    const region = ` class="scroller" role="region" tabindex="0" aria-label="${label}"`
    within('div', `${region}${attributes({...mark})}`, () =>
      within('table', attributes({...own}), () => {
        say('\n')
        part('thead', children.slice(0, 1), 'th')
        part('tbody', children.slice(1), 'td')
      }),
    )
  }
}

/** The headline is the page's only `h1`: the highest heading of the body becomes an `h2`. */
function highestHeading(nodes: readonly Nodes[]): number {
  let highest = 6
  for (const node of nodes) {
    if (node.type === 'heading') highest = Math.min(highest, node.depth)
    else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem')
      highest = Math.min(highest, highestHeading(node.children))
  }
  return highest
}

function hasRoom({spread, children}: ListItem): boolean {
  return spread ?? children.length > 1
}

/** Blanks around line breaks are not shown. */
function withoutBlanks(text: string): string {
  return /[\r\n]/u.test(text) ? text.replace(/[ \t]*(\r?\n|\r)[ \t]*/gu, '$1') : text
}

/** A node's id and language. */
function nameOf({data}: Pick<Nodes, 'data'>): string {
  if (data === undefined) return ''
  return Object.entries(data.hProperties ?? {})
    .map(([name, value]) => ` ${name}="${name === 'id' ? idPrefix : ''}${String(value)}"`)
    .join('')
}

function attributes(values: Readonly<Record<string, string | null | undefined>>): string {
  let written = ''
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null) written += ` ${name}="${attributeValue(value)}"`
  }
  return written
}
