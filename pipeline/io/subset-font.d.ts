declare module 'subset-font' {
  /** Cuts a font down to the glyphs that a text needs, by HarfBuzz. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options?: {
      readonly targetFormat?: 'sfnt' | 'woff' | 'woff2'
      readonly preserveNameIds?: readonly number[]
      readonly variationAxes?: Readonly<
        Record<string, number | {readonly min?: number; readonly max?: number}>
      >
    },
  ): Promise<Buffer>
}
