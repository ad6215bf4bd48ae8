import type {LanguageMark} from '../model/direction.ts'
import type {EmbedKind} from '../markdown/embed.ts'

/** What the transforms after sanitising need to know of the page. */
export interface Surroundings {
  /** The edition's. */
  readonly locale: string
  /** Where an image of the article lies in the release; `undefined` where there is no such image. */
  image(src: string): Image | undefined
  /**
   * Links to the same section of the other editions, by the section's id as the author's tree has it.
   *
   * @param lang what the tree says of its language: no link leads to the same text once more
   */
  elsewhere(id: string, lang: unknown): readonly SectionLink[]
  /**
   * What marks an element that says words of the site, by their key, where those are not in the
   * edition's language.
   */
  readonly markOf: (key: string) => LanguageMark
  /** A name for the n-th table. */
  tableName(number: number): string
  /** Ids of the blocks whose original has changed since they were translated, where they are to say so. */
  readonly outdated: ReadonlySet<string>
  readonly outdatedNote: string
  /** What an embed is called: a video on YouTube. */
  embedName(kind: EmbedKind, source: string): string
  /** Says which site an embed leads to. */
  embedNote(host: string): string
  readonly taskDone: string
  readonly taskOpen: string
}

/** An image as it lies in the release; sizes in pixels. */
export interface Image {
  /** The file that every browser can show. */
  readonly href: string
  readonly width: number | undefined
  readonly height: number | undefined
  /** The same in other formats and widths, for a `picture`; empty where there is but one file. */
  readonly sources: readonly {readonly type: string; readonly srcset: string}[]
  /** How wide it stands on the page, for the browser's choice. */
  readonly sizes: string
}

/** A link to one section in another language. */
export interface SectionLink {
  readonly href: string
  readonly tag: string
  readonly direction: 'ltr' | 'rtl'
  /** The link's words are `before + visible + after`; only `visible` is seen. */
  readonly before: string
  readonly visible: string
  readonly after: string
}
