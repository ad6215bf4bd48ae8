/** What a release holds. Its SHA-256, over the JSON with sorted paths, is the release's name. */
export interface Manifest {
  readonly v: 1
  /** Path → SHA-256 of the bytes, in hex. */
  readonly files: Readonly<Record<string, string>>
}

/** A file of a release, with its digest. */
export interface DigestedFile {
  readonly path: string
  readonly sha256: string
}

/** What has to be done so that a release stands beside the live one. */
export interface Plan {
  readonly manifest: Manifest
  /** Paths to write, sorted. */
  readonly write: readonly string[]
  /** Paths whose bytes the live release already has. */
  readonly reuse: readonly string[]
  /** Paths that readers will no longer find. */
  readonly remove: readonly string[]
  readonly changed: boolean
}
