/** What templates are given: plain data, made once for each page. Templates import only types from here. */

declare const safe: unique symbol

/** HTML that has been through the sanitiser (`sanitize.ts`), or that needed none (`written-body.ts`). */
export type SafeHtml = string & {readonly [safe]: 'html'}

/** JSON that cannot end a script element (`linked-data.ts` is the one place that makes it). */
export type SafeJson = string & {readonly [safe]: 'json'}

/**
 * The words of the templates in one language; all of them are text, escaped where they are put
 * on the page. `Key` is narrowed by `templates/view.ts` to the keys there are.
 */
export interface SiteWords<Key extends string = string> {
  readonly locale: string
  readonly say: (key: Key, values?: Readonly<Record<string, string | number>>) => string
  /** The tag of the language the words are really in: another one where ours has none. */
  readonly languageOf: (key: Key) => string
  readonly list: (items: readonly string[]) => string
}

/** A page in one language, as the switcher and the root page name it. */
export interface LanguageLink {
  /** BCP 47 tag. */
  readonly tag: string
  readonly direction: 'ltr' | 'rtl'
  readonly autonym: string
  readonly href: string
  readonly current: boolean
}

/** A page in two languages. */
export interface ParallelLink {
  readonly href: string
  /** The other language, named in the page's. */
  readonly language: string
  readonly current: boolean
}

/** A file of the release's own, with what its bytes must be (Subresource Integrity). */
export interface Asset {
  readonly href: string
  readonly integrity: string
}

/** What stands in the head of a page. */
export interface Head {
  readonly title: string
  readonly description: string | undefined
  /** Absolute; `undefined` for pages that are not to be found by search. */
  readonly canonical: string | undefined
  /** Every language edition of the page, itself among them, and `x-default`; absolute. */
  readonly alternates: readonly {readonly hreflang: string; readonly href: string}[]
  readonly openGraph: readonly {readonly property: string; readonly content: string}[]
  /** What the page says to machines; each is a JSON-LD document. */
  readonly data: readonly SafeJson[]
  readonly stylesheet: Asset
  readonly scripts: readonly Asset[]
  readonly icon: string
  /** Fonts of the first screen. */
  readonly preload: readonly string[]
  /** The page's article in other forms. */
  readonly downloads: readonly Download[]
  readonly feeds: readonly {readonly type: string; readonly title: string; readonly href: string}[]
}

/** What every page has. */
export interface PageView<Key extends string = string> {
  readonly head: Head
  readonly words: SiteWords<Key>
  readonly tag: string
  readonly direction: 'ltr' | 'rtl'
  /** The front page in this page's language. */
  readonly home: string
  /** This page in every language that has it, itself among them; empty where there is only one. */
  readonly languages: readonly LanguageLink[]
  /** The pages that set this one beside its original or a translation. */
  readonly parallels: readonly ParallelLink[]
  /** The front page of every language there is something to read in. */
  readonly fronts: readonly LanguageLink[]
  /** The sections that have an article in this language, in its order; empty on pages of no language. */
  readonly sections: readonly TopicLink[]
  /** Where articles are searched for; `undefined` where they cannot be. */
  readonly search: string | undefined
  /** All that articles are listed by; `undefined` on pages of no language. */
  readonly archive: string | undefined
  /** What its readers are told of its accessibility; `undefined` on pages of no language. */
  readonly statement: string | undefined
}

/** A line of text from the article, with its inline markup. */
export interface Line {
  readonly html: SafeHtml
  /** Its language where that is not the page's. */
  readonly lang: string | undefined
}

/** A day, as it is printed. */
export interface Day {
  /** ISO 8601, for `time[datetime]`; `undefined` where it is not a date. */
  readonly iso: string | undefined
  /** In the reader's form. */
  readonly text: string
}

/** What the article said wrongly, in the page's words: a sentence of the site, with the article's words in it. */
export interface Correction {
  readonly day: Day
  readonly wrong: Name
  readonly right: Name
}

/** A name: text, never markup. */
export interface Name {
  readonly text: string
  /** Its language where that is not the page's. */
  readonly lang: string | undefined
}

/** A link to a list of articles: a section, a tag, an author, a month. */
export interface TopicLink extends Name {
  readonly href: string
}

/** Something the reader should know about this translation. */
export interface Notice {
  /** `stale`: the original has changed since; `partial`, `fallback`: some or all of it is in the original's language. */
  readonly kind: 'stale' | 'partial' | 'fallback'
  /** The original's language, named in the page's language. */
  readonly language: string
  readonly original: LanguageLink | undefined
}

/** An article in one language. */
export interface ArticleView<Key extends string = string> extends PageView<Key> {
  readonly headline: Line
  readonly standfirst: Line | undefined
  readonly byline: readonly (Line & {readonly href: string | undefined})[]
  readonly dateline: Line | undefined
  readonly published: Day | undefined
  readonly updated: Day | undefined
  readonly section: TopicLink | undefined
  readonly tags: readonly TopicLink[]
  /** Minutes it takes to read. */
  readonly minutes: number
  readonly related: readonly Card[]
  readonly corrections: readonly Correction[]
  readonly notices: readonly Notice[]
  readonly downloads: readonly Download[]
  readonly body: SafeHtml
}

/** What is known to be in a reader's way, and whom to tell of more. */
export interface Statement {
  readonly barriers: readonly Name[]
  /** What was wrong before the gate was adopted may be so still, and goes out. */
  readonly hasOlder: boolean
  readonly contact: {readonly href: string; readonly text: string} | undefined
}

/** The statement on accessibility of one language. */
export interface StatementView<Key extends string = string> extends PageView<Key>, Statement {}

/** A file with the whole article in it. */
export interface Download {
  readonly format: 'EPUB' | 'PDF'
  readonly mediaType: string
  readonly href: string
  /** In the reader's form: `38 kB`. */
  readonly size: string
}

/** An article and its translation side by side: a line for each language, the original's first. */
export interface ParallelView<Key extends string = string>
  extends
    PageView<Key>,
    Pick<
      ArticleView<Key>,
      | 'byline'
      | 'dateline'
      | 'published'
      | 'updated'
      | 'section'
      | 'corrections'
      | 'notices'
      | 'body'
    > {
  readonly headline: readonly Line[]
  readonly standfirst: readonly Line[]
}

/** Where a reader searches the articles of a language. */
export interface SearchView<Key extends string = string> extends PageView<Key> {
  /** The folder of the index. */
  readonly index: string
  /** How many parts the index has. */
  readonly parts: number
}

/** An article as it stands in a list. */
export interface Card {
  /** The language it can only be read in, named in the list's; `undefined` for that itself. */
  readonly only: string | undefined
  readonly href: string
  readonly headline: Line
  readonly standfirst: Line | undefined
  readonly dateline: Line | undefined
  readonly published: Day | undefined
}

/** The front page of one language. */
export interface FrontView<Key extends string = string> extends PageView<Key> {
  readonly articles: readonly Card[]
  /** The day of the newest article. */
  readonly latest: Day | undefined
  readonly steps: Steps
}

/** The way through the pages of one list. */
export interface Steps {
  readonly number: number
  readonly of: number
  readonly newer: string | undefined
  readonly older: string | undefined
}

/** A page of a list: of a section, a tag, an author, a month, or the front page's further pages. */
export interface ListView<Key extends string = string> extends PageView<Key> {
  readonly kind: 'front' | 'section' | 'tag' | 'author' | 'archive'
  readonly name: Name
  readonly articles: readonly Card[]
  readonly steps: Steps
}

/** The page that leads to every list there is. */
export interface ArchiveView<Key extends string = string> extends PageView<Key> {
  readonly groups: readonly {
    readonly kind: 'section' | 'tag' | 'author' | 'archive'
    readonly links: readonly (TopicLink & {readonly count: number})[]
  }[]
}

/** A page at an address that an article has left. */
export interface GoneView<Key extends string = string> extends PageView<Key> {
  /** `moved`: it is at `target` now; `withdrawn`: it is nowhere. */
  readonly kind: 'moved' | 'withdrawn'
  readonly target: {readonly href: string; readonly headline: Line} | undefined
}

/** An article by itself: what an EPUB and a print are made of. */
export interface BookView<Key extends string = string> extends Pick<
  ArticleView<Key>,
  | 'headline'
  | 'standfirst'
  | 'dateline'
  | 'published'
  | 'updated'
  | 'corrections'
  | 'notices'
  | 'body'
  | 'words'
  | 'tag'
  | 'direction'
> {
  readonly title: string
  readonly stylesheet: string
  readonly paper: string
  /** Absolute address of its page. */
  readonly origin: string
  readonly byline: readonly Line[]
}

/** The picture that stands for a page where it is shared. */
export interface PosterView {
  readonly tag: string
  readonly direction: 'ltr' | 'rtl'
  readonly stylesheet: string
  /** The paper's name. */
  readonly paper: Name
  /** What it belongs to: the section's name. */
  readonly about: Name | undefined
  readonly headline: Line
  /** Where and when; empty where neither is known. */
  readonly foot: string
}

/** One language on a page that speaks them all. */
export interface Voice<Key extends string = string> {
  readonly words: SiteWords<Key>
  readonly language: LanguageLink
  readonly articles: readonly Card[]
}

/** The page that leads to every language. */
export interface RootView<Key extends string = string> extends PageView<Key> {
  readonly voices: readonly Voice<Key>[]
}

/** What a wrong address gets. */
export interface NotFoundView<Key extends string = string> extends PageView<Key> {
  /** The page's language alone, or all of them for the page that any wrong address gets. */
  readonly voices: readonly Voice<Key>[]
}

/** What components are shown with: every state of each, in the page's language and in another. */
export interface Samples<SampleKey extends string = string, Key extends string = string> {
  /** The sample words, with the language they are really in. */
  readonly said: Readonly<Record<SampleKey, Name>>
  readonly card: Card
  /** `undefined`, as all that is foreign, where the publication has one language. */
  readonly foreignCard: Card | undefined
  readonly day: Day
  readonly noDay: Day
  readonly corrections: readonly Correction[]
  readonly foreignCorrection: Correction | undefined
  readonly downloads: readonly Download[]
  readonly languages: readonly LanguageLink[]
  readonly parallel: ParallelLink
  readonly notice: Omit<Notice, 'kind'>
  readonly topics: readonly TopicLink[]
  readonly foreignTopic: TopicLink | undefined
  readonly steps: {readonly first: Steps; readonly middle: Steps; readonly last: Steps}
  /** The site's words as a language says them that has none of its own. */
  readonly foreignWords: SiteWords<Key> | undefined
  /** All that Markdown can hold. */
  readonly body: Line
}

/** The page that shows every component in every state. */
export interface ShowcaseView<
  Key extends string = string,
  SampleKey extends string = string,
> extends PageView<Key> {
  readonly samples: Samples<SampleKey, Key>
}
