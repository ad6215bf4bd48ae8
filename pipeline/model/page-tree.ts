// Evidence is spelt in type aliases: an interface, which could be added to, is no `Json`.

/** A page as the browser shows it, in the order it is read, shadow trees unfolded. */
export type PageTree = {
  readonly title: string
  /** The address the page is seen at, after its scripts ran. */
  readonly url: string
  readonly nodes: readonly PageNode[]
  /** Inline scripts that have to do with keys, with the device's motion, with windows or with words that are drawn. */
  readonly scripts: readonly string[]
  /** Elements that stand at a right angle in one orientation of the screen to how they are in the other. */
  readonly turned: readonly {readonly node: number; readonly orientation: string}[]
  /**
   * Spacing that a style attribute fixes (`!important`) for text that is seen, and the least of it
   * in parts of the letters' size.
   */
  readonly spaced: readonly {
    readonly node: number
    readonly property: string
    readonly least: number
  }[]
  /** Elements whose own text changed again and again while the page was watched. */
  readonly restless: readonly number[]
  /** Links of one name and one context that lead to places of the same content: `from\nto`. */
  readonly alike: readonly string[]
  /** Tracks of media whose file holds no line of speech, or is not there. */
  readonly wordless: readonly number[]
}

/** An element, or a text (whose tag is `#text`). */
export type PageNode = {
  /** Index of its parent among the nodes; -1 for the root. */
  readonly parent: number
  readonly tag: string
  readonly attributes: {readonly [name: string]: string}
  /** The role it has for assistive technology; empty for none. */
  readonly role: string
  /** The accessible name, of what takes a name; else undefined. */
  readonly name?: string | undefined
  /** The text of a text node; spaces are folded, but for those that stand right in a `pre`. */
  readonly text?: string | undefined
  /** Whether it is seen, and whether a screen reader comes by it. */
  readonly seen: boolean
  readonly heard: boolean
  readonly focusable: boolean
  /** Of what stands in a shadow tree, or is shown in a slot of one: how findings name it. */
  readonly selector?: string | undefined
  /** It takes the focus, is hidden from screen readers, empty, and of one pixel at most. */
  readonly dot?: true | undefined
  /** Words that a style sheet puts before or after it. */
  readonly styled?: string | undefined
  /** Of what is no part of a table by its tag: the part that a style sheet makes it look like; of a canvas in the text, that something is drawn on it. */
  readonly drawn?: string | undefined
  /** Of a grid of several columns: how many. */
  readonly columns?: number | undefined
  /** Of a cell without words: what is drawn in it, alike where it looks alike. */
  readonly painted?: string | undefined
  /** Of a cell: the name of the colour behind it, where it has one of its own. */
  readonly ground?: string | undefined
  /** Of a field: it is drawn as a wrong one, in red and by the name of its class. */
  readonly wrong?: true | undefined
  /** Of a field: it has a name by a label that the browser gives to another element, of the same id. */
  readonly lost?: true | undefined
  /** Of what has the focus on a page that has very small buttons, in CSS pixels of the page. */
  readonly box?: PageBox | undefined
  /** How the words that stand in it are set. */
  readonly look?: PageLook | undefined
  /** Of a table: whether axe-core takes it for one of data, and not of layout. */
  readonly data?: boolean | undefined
  /** What a media element says of itself. */
  readonly media?: PageMedia | undefined
  /** What a frame of this site shows, and how often Tab stops in it. */
  readonly shows?: {readonly words: string; readonly stops: number} | undefined
  /** The shorter side of a picture or a film, in CSS pixels. */
  readonly size?: number | undefined
}

export type PageBox = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export type PageLook = {
  /** CSS pixels. */
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly underlined: boolean
  /** A line goes through the words, by a style sheet alone. */
  readonly struck?: true | undefined
  readonly capitals: boolean
  readonly justified: boolean
  /** The colour's name, of those that have one in common speech. */
  readonly colour?: string | undefined
  readonly direction: string
}

export type PageMedia = {
  readonly muted: boolean
  readonly paused: boolean
  /** Seconds; -1 where it is not known. */
  readonly duration: number
  readonly source: string
  /** Whether there is anything to hear in it; `null` where that is not known. */
  readonly sound: boolean | null
}
