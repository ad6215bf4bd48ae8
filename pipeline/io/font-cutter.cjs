// Cuts fonts, in a process of its own where it is started as one: what the WebAssembly machine for it
// takes, no process gives back while it lives.
'use strict'

const {readFile} = require('node:fs/promises')
const subsetFont = require('subset-font')

module.exports = {cut}

if (require.main === module) {
  process.on('message', async (/** @type {Order} */ order) => {
    const answer = await cut(order).catch((error) => String(error))
    // Where who asked has been stopped meanwhile, nobody is there to be told.
    process.send?.(answer, undefined, undefined, () => {})
  })
}

/** The highest, 11, takes five times as long and saves one byte in a hundred. */
const brotliQuality = 10

/** @typedef {{readonly file: string, readonly characters: string}} Order a font file, and what is wanted of it */

/**
 * @param {Order} order
 * @param {typeof import('@napi-rs/woff-build') | null} packer where there is none for this machine, the
 * same is done in WebAssembly, which takes longer
 */
async function cut({file, characters}, packer = nativePacker()) {
  const font = await readFile(file)
  if (packer === null) return subsetFont(font, characters, {targetFormat: 'woff2'})
  const isPacked = font.subarray(0, 4).toString('latin1') === 'wOF2'
  const plain = isPacked ? packer.convertWOFF2ToTTF(font) : font
  const part = await subsetFont(plain, characters, {targetFormat: 'sfnt'})
  return Buffer.from(packer.convertTTFToWOFF2(part, {brotliQuality}))
}

function nativePacker() {
  try {
    return require('@napi-rs/woff-build')
  } catch {
    return null
  }
}
