declare module 'html-encoding-sniffer' {
  /** The name of the encoding that a browser would read these bytes in. */
  export default function sniffEncoding(
    bytes: Uint8Array,
    options: {
      readonly transportLayerEncodingLabel?: string
      readonly defaultEncoding: string
    },
  ): string
}
