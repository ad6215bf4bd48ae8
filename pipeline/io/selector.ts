import {transform} from 'lightningcss'

/** Whether this is one CSS selector, or several with commas between them, and nothing more. */
export function isSelector(text: string): boolean {
  if (/[{}]/.test(text.replace(/\\.|"[^"]*"|'[^']*'/g, ''))) return false
  try {
    transform({
      filename: 'mask.css',
      code: Buffer.from(`:is(${text}){opacity:0}${text}{opacity:0}`),
    })
    return true
  } catch {
    return false
  }
}
