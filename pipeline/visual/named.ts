import type {Change, Layout} from '../model/layout.ts'

/** A change of one kind at a box of the second layout. */
export function named(kind: Change['kind'], {boxes, selectors}: Layout, index: number): Change {
  const {tag = '', text = '', y = 0} = boxes[index] ?? {}
  return {kind, tag, text: shorten(text), count: 1, top: y, ...selected(selectors?.[index])}
}

export function selected(selector: string | undefined): Pick<Change, 'selector'> {
  return selector === undefined ? {} : {selector}
}

export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text
}

/** Elements that draw something of their own. */
export const DRAWN =
  /^(img|svg|video|canvas|iframe|object|embed|input|select|textarea|button|progress|meter|hr)$/
