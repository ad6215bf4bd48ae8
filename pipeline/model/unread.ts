/**
 * Stands in a text that came from a file for bytes that are not UTF-8: a lone surrogate, which no text
 * has that could be read (https://peps.python.org/pep-0383/).
 */
export const unreadBytes = '\uDCFF'

/** Stands for the text of a file that is there and cannot be read. */
export const unreadFile = '\uDCFE'

/** Stands for the bytes of a file that is there and cannot be read: this array alone, and no other empty one. */
export const unreadBinary = new Uint8Array()
