import {toString} from 'hast-util-to-string'
import type {Edition} from '../model/edition.ts'
import type {Finding} from '../model/finding.ts'
import type {ImageRequest} from '../model/image.ts'
import {renderBody, surroundingsOf, type BodyContext} from './body.ts'
import {bodyInk, charactersIn, isItalic, type BodyInk} from './ink.ts'
import {isPlain} from './plain-body.ts'
import {readingTime} from './reading-time.ts'
import {safeHtml} from './sanitize.ts'
import {inFull, standalone} from './standalone.ts'
import type {SafeHtml} from './view.ts'
import {writePlain} from './write-plain.ts'

/** A body as HTML, and what there is to know of it. */
export interface WrittenBody {
  readonly html: SafeHtml
  /** The same to be read anywhere: addresses in full, without the ways to other languages. */
  readonly alone: (base: string) => string
  readonly minutes: number
  readonly ink: BodyInk
  readonly images: readonly ImageRequest[]
  readonly findings: readonly Finding[]
}

/**
 * Write an edition's body: one that is plain, and without notes of ours in it, in a single walk, any other by way of a tree that is
 * cleaned. Which way it went cannot be told from what is written.
 */
export function writtenBody(edition: Edition, context: BodyContext): WrittenBody {
  const tree = context.narratorOf(edition.locale).setQuotes(edition.body)
  const isMarked = context.marksOutdated && edition.units.some(({stale}) => stale)
  return isPlain(tree) && !isMarked
    ? plain({...edition, body: tree}, context)
    : cleaned(edition, context)
}

function plain(edition: Edition, context: BodyContext): WrittenBody {
  const {around, images, findings} = surroundingsOf(edition, context)
  const {html, alone, words, set} = writePlain(edition.body, around)
  return {
    html: html as SafeHtml,
    alone: (base) => alone((url) => inFull(url, base)),
    minutes: readingTime(words),
    ink: {
      text: charactersIn(set.text),
      strong: charactersIn(set.strong),
      furniture: charactersIn(set.furniture),
      italic: isItalic(html),
    },
    images: images(),
    findings: findings(),
  }
}

function cleaned(edition: Edition, context: BodyContext): WrittenBody {
  const {tree, images, findings} = renderBody(edition, context)
  const html = safeHtml(tree)
  return {
    html,
    alone: (base) => standalone(tree, base),
    minutes: readingTime(toString(tree)),
    ink: bodyInk(tree, html),
    images,
    findings,
  }
}
