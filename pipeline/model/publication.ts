import type {CatalogFiles} from './catalog.ts'
import type {MachineConfig} from './draft.ts'
import type {NamedFont, OwnFont} from './font.ts'
import type {Locale} from './locale.ts'
import type {PageTerms} from './of-pages.ts'
import type {OpinionEngine} from './tab.ts'
import type {Policy} from './verdict.ts'
import type {View} from './view.ts'

/** `publication.json`, parsed and checked. */
export interface PublicationConfig {
  /** Absolute URL of the site's root, with a trailing slash. */
  readonly url: string
  /** The locale articles are written in unless their front matter says otherwise. */
  readonly source: string
  /** Every locale it is published in, the source among them, in the order readers see them. */
  readonly locales: readonly Locale[]
  readonly views: readonly View[]
  /** How long one page may take in the browser, in milliseconds, before its checks are `cantTell`. */
  readonly timeLimit: number
  /** Pages of an audit that are seen in other views, or may take longer, by path. */
  readonly ofPages?: Readonly<Record<string, PageTerms>>
  /** IANA time zone of the publication's dates. */
  readonly timeZone: string
  /** What each edition of an article can be taken along as. */
  readonly downloads?: readonly DownloadFormat[]
  /** Who has evaluated the EPUBs' accessibility and stands for it; machines cannot. */
  readonly certifiedBy?: string | undefined
  /** The language of reports that have one; English where it is left out. */
  readonly reportLanguage?: 'en' | 'ko' | undefined
  readonly policy: Policy
  /** Engines whose opinion on each page is asked too; none where nothing is said. */
  readonly secondOpinions?: readonly OpinionEngine[]
  /** Fonts that languages are set in before the package's; none where nothing is said. */
  readonly fonts?: readonly NamedFont[] | undefined
  /** Whether each translation also gets a page beside its original, `/en-ko/<slug>/`; not where nothing is said. */
  readonly parallel?: boolean
  /** Whether readers may search, `/ko/search/`; not where nothing is said. */
  readonly search?: boolean
  /**
   * Whether the page that shows every component in each language is rendered and checked with the
   * rest (`check`), and whether it is released too; not where nothing is said.
   */
  readonly showcase?: 'check' | 'release' | undefined
  /** An e-mail address or URL for readers who meet a barrier; `undefined` where there is none. */
  readonly contact?: string | undefined
  /** The command that makes drafts; `undefined`, as by default, for none. */
  readonly machine: MachineConfig | undefined
}

export type DownloadFormat = 'epub' | 'pdf'

/** A text file as it was read: its path from the root, and its text. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

/** An article's own file. */
export interface ArticleFile extends TextFile {
  /**
   * Why there is no text to be read: none is there, or two are and nobody knows which counts, or
   * `other`, the folder of another article, would be the same one on another system.
   */
  readonly fault?: 'missing' | 'twice' | 'alike' | undefined
  readonly other?: string | undefined
}

/** A file of bytes (an article's image), as it was read. */
export interface BinaryFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Everything that was read from a publication's folder; nothing else is read while publishing. */
export interface Publication {
  readonly config: PublicationConfig
  /** `articles/<slug>/article.md` or `article.mdx`, sorted by path. */
  readonly articles: readonly ArticleFile[]
  /** The articles' own images, `articles/<slug>/…`. */
  readonly images: readonly BinaryFile[]
  readonly catalogs: readonly CatalogFiles[]
  /** The fonts that the configuration names. */
  readonly fonts: readonly OwnFont[]
  /** `locales/terms.json`, the termbase; `undefined` where there is none. */
  readonly terms: TextFile | undefined
  /** Words by locale and namespace (`site`, `findings`), the package's own where the publication has none. */
  readonly words: Words
  /** The package's own words alone. */
  readonly packageWords: Words
  /** The publication's own files of template words, `locales/<tag>/site.json` and `topics.json`. */
  readonly wordFiles: readonly WordFile[]
}

/** A file of template words: its text, and what it holds. */
export interface WordFile extends TextFile {
  readonly locale: string
  readonly namespace: 'site' | 'topics'
  readonly words: Readonly<Record<string, string>>
}

/** Locale → namespace → key → text. */
export type Words = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>
>
