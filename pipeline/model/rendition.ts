/** One file of the release. */
export interface Rendition {
  /** Path from the release's root, with `/`: `ko/north-korean-defectors/index.html`. */
  readonly path: string
  readonly mediaType: string
  readonly content: string | Uint8Array
  /** Of the content, in hex, where it is known without reading it. */
  readonly sha256?: string | undefined
  /** The edition it belongs to; `undefined` for what all editions share. */
  readonly locale: string | undefined
  readonly article: string | undefined
  /** Which page it is; `undefined` for files that are not pages. */
  readonly page:
    | 'article'
    | 'parallel'
    | 'search'
    | 'fallback'
    | 'front'
    | 'list'
    | 'archive'
    | 'statement'
    | 'showcase'
    | 'gone'
    | 'root'
    | 'not-found'
    | 'audited'
    | undefined
}
