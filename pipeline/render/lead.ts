import {toString} from 'mdast-util-to-string'
import {bareEmbed} from '../markdown/embed.ts'
import {plainText} from '../markdown/plain.ts'
import type {Edition} from '../model/edition.ts'

/** What an article says of itself in one sentence or two, for search and sharing: its standfirst, else its first paragraph. */
export function lead(edition: Edition): string {
  if (edition.standfirst !== undefined) return plainText(edition.standfirst.text)
  const paragraph = edition.body.children.find(
    (node) => node.type === 'paragraph' && bareEmbed(node) === undefined,
  )
  return paragraph === undefined ? plainText(edition.headline.text) : toString(paragraph)
}
