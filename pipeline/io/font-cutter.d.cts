import type packing from '@napi-rs/woff-build'

/**
 * A font, whatever its format, cut down to characters: a WOFF2 file.
 *
 * @param packer what packs it; without one, as where there is none for the machine, WebAssembly does
 */
export function cut(
  order: {readonly file: string; readonly characters: string},
  packer?: typeof packing | null,
): Promise<Buffer>
