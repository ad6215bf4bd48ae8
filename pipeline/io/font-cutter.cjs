// Cuts fonts in a process of its own: what the WebAssembly machines for it take, no process gives
// back while it lives.
'use strict'

const {readFile} = require('node:fs/promises')
const subsetFont = require('subset-font')

process.on('message', async (/** @type {{file: string, characters: string}} */ order) => {
  process.send?.(await cut(order).catch((error) => String(error)))
})

/** @param {{file: string, characters: string}} order */
async function cut({file, characters}) {
  return subsetFont(await readFile(file), characters, {targetFormat: 'woff2'})
}
